import { Dialog } from "../design/Dialog.tsx";

/** Asks before a message is gone for everybody. */
export function DeleteDialog({ onDelete, onClose }: { onDelete: () => void; onClose: () => void }) {
  return (
    <Dialog title="Delete message" onClose={onClose}>
      <p>It will be gone for everybody in this room.</p>
      <footer class="form__foot">
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
        <button
          type="button"
          class="button button--danger"
          data-autofocus
          onClick={() => {
            onClose();
            onDelete();
          }}
        >
          Delete
        </button>
      </footer>
    </Dialog>
  );
}
