// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import io.shakebook.git.Isolation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Gets revisions from other machines into the cache. May be used by several processes at once. */
public final class Remote {
    private final RemoteSettings settings;
    private final Path repositories;

    public Remote(RemoteSettings settings) {
        this.settings = settings;
        this.repositories = settings.cache().resolve("git");
    }

    /**
     * Asks the other machine what a ref is now, and fetches it if the cache does not have it.
     *
     * @param typed branch, tag, commit or such as {@code HEAD~2}; HEAD if empty
     * @throws RemoteFault nothing of the cache has changed then
     */
    public Fetched fetch(RemoteUrl url, Optional<String> typed) throws RemoteFault, InterruptedException {
        TypedRef ref = TypedRef.of(typed.orElse("HEAD"));
        try {
            Isolation.install();
            CacheEntry entry = CacheEntry.of(repositories, url, ref);
            Optional<CacheEntry.Held> held = entry.lock(settings.limits().whole());
            if (held.isEmpty()) {
                throw new RemoteFault(
                        RemoteFault.Kind.LOCAL,
                        "another process has been fetching " + url + " for "
                                + Told.duration(settings.limits().whole()),
                        "wait for it, or end it");
            }
            try (Visit visit = new Visit(settings, url, ref, entry, held.get())) {
                return visit.fetched();
            }
        } catch (IOException e) {
            throw local(e);
        }
    }

    /**
     * What the cache has of a ref, without asking anybody.
     *
     * @throws RemoteFault if it has nothing of it
     */
    public Fetched cached(RemoteUrl url, Optional<String> typed) throws RemoteFault {
        TypedRef ref = TypedRef.of(typed.orElse("HEAD"));
        try {
            Isolation.install();
            Optional<Cached> known =
                    CacheEntry.of(repositories, url, ref).current().flatMap(folder -> Cached.at(folder, settings));
            Optional<Fetched> fetched = known.flatMap(cached -> cached.find(ref, settings.clock()));
            return fetched.orElseThrow(() -> new RemoteFault(
                    RemoteFault.Kind.LOCAL,
                    "the cache has no " + ref.typed() + " of " + url,
                    "fetch it once: the same without --offline"));
        } catch (IOException e) {
            throw local(e);
        }
    }

    private RemoteFault local(IOException e) {
        return new RemoteFault(
                RemoteFault.Kind.LOCAL,
                "the cache " + repositories + " cannot be used: " + Told.clean(e.toString()),
                "make the folder writable, or set XDG_CACHE_HOME");
    }
}
