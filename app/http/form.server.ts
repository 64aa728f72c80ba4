// Reads the form a request carries, no more of it than a form of ours can hold.

/** Fields a form may have: far more than any of ours. What reads them takes time with the square of their number. */
const mostFields = 1000;

/**
 * How our fields are named. A name in brackets is a place in a list to conform, which makes the whole list up to it: one field
 * `a[4294967294]` takes all memory there is. `__INTENT__`, by which conform lets a form change itself, can say the same.
 */
const ourName = /^[A-Za-z][\w.-]{0,199}$/;

/** The request's form; an empty one when there is no body or it is of another kind or size. The request stays readable. */
export async function readForm(request: Request): Promise<FormData> {
  const form = new FormData();
  try {
    let fields = 0;
    for (const [name, value] of await request.clone().formData()) {
      fields += 1;
      if (fields > mostFields) return new FormData();
      if (ourName.test(name)) form.append(name, value);
    }
    return form;
  } catch {
    return new FormData();
  }
}
