// Shows that a page is past the day by which it was to be checked again, in a copy kept offline too.
// A classic script: a page that was opened from a folder may not load modules.

{
  const notice = document.querySelector("[data-review-by]");
  const today = new Date().toLocaleDateString("sv"); // Swedish writes 2026-11-24
  if (notice && today > notice.dataset.reviewBy) notice.hidden = false;
}
