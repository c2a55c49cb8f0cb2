import { initialsOf, type Profile } from "./profile.ts";

/** A person's initials on their colour; a decoration, since the name stands beside it. */
export function Avatar({ profile, small }: { profile: Profile | undefined; small?: boolean }) {
  const classes = `avatar person--${profile?.color ?? "none"} ${small ? "avatar--small" : ""}`;
  return (
    <span class={classes} aria-hidden="true">
      {profile ? initialsOf(profile.name) : ""}
    </span>
  );
}
