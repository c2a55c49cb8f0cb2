import type { Chat } from "../chat.ts";
import { Icon } from "../design/Icon.tsx";
import { Menu } from "../design/Menu.tsx";
import { Avatar } from "../identity/Avatar.tsx";
import type { Member, Role } from "./room.ts";

interface Props {
  chat: Chat;
  member: Member;
  /** True where the reader may change this member. */
  manageable: boolean;
  onRole: (role: Role) => void;
  onRemove: () => void;
}

/** One member of a room. */
export function MemberRow({ chat, member, manageable, onRole, onRemove }: Props) {
  const profile = chat.people.of(member.user);
  const name = profile?.name ?? "…";
  const you = member.user === chat.me.value!.user;
  const role =
    member.role === "owner"
      ? { label: "Make member", onPick: () => onRole("member") }
      : { label: "Make owner", onPick: () => onRole("owner") };
  return (
    <li class="member">
      <Avatar profile={profile} small />
      <span class="member__name">
        {name}
        {you && <span class="quiet"> (you)</span>}
      </span>
      {member.role === "owner" && <span class="tag">owner</span>}
      {manageable && (
        <Menu
          label={`Manage ${name}`}
          class="icon-button"
          items={[role, { label: "Remove from room", onPick: onRemove, danger: true }]}
        >
          <Icon name="more" />
        </Menu>
      )}
    </li>
  );
}
