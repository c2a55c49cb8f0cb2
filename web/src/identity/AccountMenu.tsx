import { useState } from "preact/hooks";
import type { Chat } from "../chat.ts";
import { Dialog } from "../design/Dialog.tsx";
import { Icon } from "../design/Icon.tsx";
import { Menu } from "../design/Menu.tsx";
import { theme, toggleTheme } from "../design/theme.ts";
import { Avatar } from "./Avatar.tsx";
import { ProfileDialog } from "./ProfileDialog.tsx";

interface Props {
  chat: Chat;
  onSignOut: (everywhere: boolean) => void;
}

/** Who one is, and what goes with that. */
export function AccountMenu({ chat, onSignOut }: Props) {
  const [dialog, setDialog] = useState<"profile" | "here" | "everywhere" | undefined>();
  const me = chat.me.value!;
  const leave = (everywhere: boolean) =>
    chat.outbox.waiting > 0 ? setDialog(everywhere ? "everywhere" : "here") : onSignOut(everywhere);
  const items = [
    { label: "Profile", onPick: () => setDialog("profile") },
    { label: theme.value === "dark" ? "Light theme" : "Dark theme", onPick: toggleTheme },
    { label: "Sign out", onPick: () => leave(false) },
    { label: "Sign out everywhere", onPick: () => leave(true), danger: true },
  ];
  return (
    <div class="account">
      <Menu label="Account" items={items} class="account__button">
        <Avatar profile={me} small />
        <span class="account__name">{me.name}</span>
        <Icon name="more" />
      </Menu>
      {dialog === "profile" && <ProfileDialog chat={chat} onClose={() => setDialog(undefined)} />}
      {(dialog === "here" || dialog === "everywhere") && (
        <Dialog title="Sign out" onClose={() => setDialog(undefined)}>
          <p>Some of what you wrote is not sent yet, and will be lost.</p>
          <footer class="form__foot">
            <button type="button" class="button" data-autofocus onClick={() => setDialog(undefined)}>
              Stay
            </button>
            <button type="button" class="button button--danger" onClick={() => onSignOut(dialog === "everywhere")}>
              Sign out
            </button>
          </footer>
        </Dialog>
      )}
    </div>
  );
}
