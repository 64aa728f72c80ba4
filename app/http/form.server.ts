// Reads the form a request carries.

/** The request's form; an empty one when there is no body or it is of another kind. The request stays readable. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.clone().formData();
  } catch {
    return new FormData();
  }
}
