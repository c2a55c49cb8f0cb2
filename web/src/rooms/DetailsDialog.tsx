import { useEffect, useState } from "preact/hooks";
import type { Chat } from "../chat.ts";
import { Dialog } from "../design/Dialog.tsx";
import { PersonSearch } from "../identity/PersonSearch.tsx";
import { reasonOf } from "../platform/problem.ts";
import { DescribeForm } from "./DescribeForm.tsx";
import { MemberRow } from "./MemberRow.tsx";
import type { Member, Role, Room } from "./room.ts";

interface Props {
  chat: Chat;
  room: Room;
  onClose: () => void;
}

/** A room's members, name and topic; its owners change them here. */
export function DetailsDialog({ chat, room, onClose }: Props) {
  const id = room.room;
  const [members, setMembers] = useState<readonly Member[]>();
  const [error, setError] = useState("");
  const me = chat.me.value!.user;
  const owner = (members?.find((member) => member.user === me)?.role ?? room.role) === "owner";
  const tail = chat.rooms.get(id)?.tail.seq;
  const attempt = async (work: () => Promise<unknown>) => {
    setError("");
    await work().catch((thrown: unknown) => setError(reasonOf(thrown)));
  };
  const read = async () => setMembers((await chat.directory.read(id)).members ?? []);
  useEffect(() => void attempt(read), [tail]);
  const set = (user: string, role: Role) =>
    attempt(async () => {
      await chat.directory.setMember(id, user, role);
      await read();
    });
  const remove = (user: string) =>
    attempt(async () => {
      await chat.directory.removeMember(id, user);
      await read();
    });
  const leave = () =>
    attempt(async () => {
      await chat.directory.leave(id);
      onClose();
      chat.exit(id);
    });
  return (
    <Dialog title="Room details" look="sheet" onClose={onClose}>
      {error && (
        <p class="form__error" role="alert">
          {error}
        </p>
      )}
      {owner ? (
        <DescribeForm chat={chat} room={room} />
      ) : (
        <div class="describe">
          <strong>{room.name}</strong>
          <p class={room.topic ? "" : "quiet"}>{room.topic || "No topic."}</p>
        </div>
      )}
      <h3>Members{members && <span class="quiet"> · {members.length}</span>}</h3>
      {owner && members && (
        <PersonSearch
          chat={chat}
          label="Add people"
          except={members.map((member) => member.user)}
          onPick={(profile) => void set(profile.user, "member")}
        />
      )}
      {!members && !error && <p class="quiet">Loading…</p>}
      <ul class="members" aria-label="Members">
        {members?.map((member) => (
          <MemberRow
            key={member.user}
            chat={chat}
            member={member}
            manageable={owner && member.user !== me}
            onRole={(role) => void set(member.user, role)}
            onRemove={() => void remove(member.user)}
          />
        ))}
      </ul>
      {chat.addOns.inDetails(room)}
      <footer class="form__foot">
        <button type="button" class="button button--danger" onClick={() => void leave()}>
          Leave room
        </button>
      </footer>
    </Dialog>
  );
}
