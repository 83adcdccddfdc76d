// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.embedded.EmbeddedCluster;
import io.shakebook.embedded.EmbeddedOptions;
import io.shakebook.embedded.InvalidSeed;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.kubernetes.EmbeddedServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The embedded clusters of one inventory, each in a folder of its own; opened when they are first needed. */
final class EmbeddedFolders implements EmbeddedServers, AutoCloseable {
    private final Path root;
    private final SourceTree seeds;
    private final Machine machine;
    private final Map<String, EmbeddedCluster> open = new LinkedHashMap<>();
    private Optional<IOException> broken = Optional.empty();

    /** @param folder of the inventory: two inventories of one name in different places keep their clusters apart */
    EmbeddedFolders(Machine machine, String name, Path folder, SourceTree seeds) {
        String place = folder.toAbsolutePath().normalize().toString();
        String id = UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
        this.root = machine.state().resolve("clusters").resolve(name.replaceAll("[^A-Za-z0-9._-]", "-") + "-" + id);
        this.seeds = seeds;
        this.machine = machine;
    }

    Path root() {
        return root;
    }

    Path folder(String cluster) {
        return root.resolve(cluster);
    }

    @Override
    public URI uri(ClusterEntry cluster) throws IOException {
        return open(cluster).url();
    }

    /** @throws IOException if it cannot be served; the message is for the user */
    synchronized EmbeddedCluster open(ClusterEntry cluster) throws IOException {
        EmbeddedCluster known = open.get(cluster.name());
        if (known == null) {
            try {
                known = opened(cluster);
            } catch (IOException e) {
                broken = Optional.of(e);
                throw e;
            }
            open.put(cluster.name(), known);
        }
        return known;
    }

    /** Why a cluster could not be opened: a fault of this machine's files, and not of a network. */
    synchronized Optional<IOException> broken() {
        return broken;
    }

    private EmbeddedCluster opened(ClusterEntry cluster) throws IOException {
        String seed = ((ClusterEntry.Embedded) cluster.access()).seed();
        EmbeddedOptions options = EmbeddedOptions.of(cluster.name(), machine.clock(), machine.random(), Thread::sleep);
        try {
            return EmbeddedCluster.open(folder(cluster.name()), SeedFile.read(seeds, seed), options);
        } catch (InvalidSeed e) {
            throw SeedFile.refused(seeds, seed, e.index(), String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw new IOException(
                    "the state folder \"" + folder(cluster.name()) + "\" of the embedded cluster cannot be written: "
                            + Optional.ofNullable(e.getCause())
                                    .map(Throwable::getMessage)
                                    .orElse("for no known reason"),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the embedded cluster was starting", e);
        }
    }

    @Override
    public synchronized void close() {
        open.values().forEach(cluster -> {
            try {
                cluster.close();
            } catch (IOException e) {
                // what was answered is on disk already; there is nobody left to tell
                Thread.yield();
            }
        });
        open.clear();
    }
}
