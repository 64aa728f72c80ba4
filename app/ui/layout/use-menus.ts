// Menus are plain details elements and work without JavaScript. With it, they also close as a menu should.
import { useEffect } from 'react';

const openMenus = () => document.querySelectorAll<HTMLDetailsElement>('details.menu[open]');

/** Closes open menus at a click elsewhere, when the focus goes elsewhere, and at Escape. */
export function useMenus(): void {
  useEffect(() => {
    const leave = (event: Event) => {
      for (const menu of openMenus()) {
        if (!(event.target instanceof Node && menu.contains(event.target))) menu.open = false;
      }
    };
    const dismiss = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      for (const menu of openMenus()) {
        const within = menu.contains(document.activeElement);
        menu.open = false;
        if (within) menu.querySelector('summary')?.focus();
      }
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    document.addEventListener('keydown', dismiss);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
      document.removeEventListener('keydown', dismiss);
    };
  }, []);
}
