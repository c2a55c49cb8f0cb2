import type { Notices } from "../platform/notices.ts";
import { IconButton } from "./IconButton.tsx";

/** What the reader must be told, and what only a screen reader says. */
export function Toasts({ notices }: { notices: Notices }) {
  return (
    <>
      <div class="toasts" role="alert">
        {notices.shown.value.map((notice) => (
          <div key={notice.id} class="toast">
            <p>{notice.text}</p>
            <IconButton icon="close" label="Dismiss" onClick={() => notices.dismiss(notice.id)} />
          </div>
        ))}
      </div>
      <div class="unseen" aria-live="polite">
        {notices.said.value}
      </div>
    </>
  );
}
