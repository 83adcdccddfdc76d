// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.source.Revision;
import io.shakebook.spi.value.SecretRef;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan was made from; all of it is covered by the digest.
 *
 * @param by tool and version
 * @param playbook name, and the path that was typed
 * @param parameters name, value as written, and where it came from; those of an imported playbook below the path of the
 *     importing phase: {@code sync/image}
 * @param clusters identity (uid of {@code kube-system}) by name, for the clusters that the plan uses
 * @param access how each cluster that the plan names is reached, as the inventory said; with it a plan can be carried
 *     out when the inventory has changed or is gone
 * @param secrets in order of their numbers: the first is shown as {@code (#1)}
 * @param modules versions by module name
 * @param undoes the run that the plan takes back; empty for a plan of a playbook
 */
public record Made(
        String by,
        Playbook playbook,
        Inventory inventory,
        Map<String, Parameter> parameters,
        Map<String, Cluster> clusters,
        Map<String, ClusterEntry> access,
        List<SecretRef> secrets,
        Map<String, String> modules,
        Optional<Undoes> undoes) {

    /** A run, and the plan that it carried out. */
    public record Undoes(String run, String digest) {
        public Undoes {
            requireNonNull(run, "run");
            requireNonNull(digest, "digest");
        }
    }

    /** Of a playbook. */
    public Made(
            String by,
            Playbook playbook,
            Inventory inventory,
            Map<String, Parameter> parameters,
            Map<String, Cluster> clusters,
            Map<String, ClusterEntry> access,
            List<SecretRef> secrets,
            Map<String, String> modules) {
        this(by, playbook, inventory, parameters, clusters, access, secrets, modules, Optional.empty());
    }

    Made from(Playbook other, Inventory another) {
        return new Made(by, other, another, parameters, clusters, access, secrets, modules, undoes);
    }

    /** Where a value came from that was typed. */
    public static final String COMMAND_LINE = "command line";

    /**
     * Which playbook.
     *
     * @param path as it was typed
     * @param revision in a word
     * @param git in which state of which repository; empty for files outside of any
     */
    public record Playbook(String name, String path, String revision, Optional<Revision> git) {
        public Playbook(String name, String path, String revision) {
            this(name, path, revision, Optional.empty());
        }
    }

    /**
     * Which inventory.
     *
     * @param path as it was typed
     * @param revision in a word
     * @param git in which state of which repository; empty for files outside of any
     */
    public record Inventory(String name, String path, String revision, Optional<Revision> git) {
        public Inventory(String name, String path, String revision) {
            this(name, path, revision, Optional.empty());
        }
    }

    /**
     * A parameter of the playbook.
     *
     * @param origin {@code playbook default}, {@code inventory}, {@code command line}, {@code with}; but for the command
     *     line with file and line
     */
    public record Parameter(String value, String origin) {}

    /**
     * A cluster that the plan reads or writes.
     *
     * @param identity uid of the namespace kube-system; empty if it was not reached
     * @param about a few words for people: {@code embedded} or context and URL
     * @param locks Leases that a run takes there before it writes anything, in this order
     * @param mayBeDown whether a run goes on without these locks if there is no answer any more
     */
    public record Cluster(String identity, String about, List<LeaseName> locks, boolean mayBeDown) {
        public Cluster {
            requireNonNull(identity, "identity");
            requireNonNull(about, "about");
            locks = List.copyOf(locks);
        }

        public Cluster(String identity, String about) {
            this(identity, about, List.of(), false);
        }

        /** The same with what a run locks there. */
        public Cluster with(Collection<LeaseName> more, boolean perhapsDown) {
            return new Cluster(identity, about, List.copyOf(more), perhapsDown);
        }
    }

    public Made {
        requireNonNull(by, "by");
        requireNonNull(playbook, "playbook");
        requireNonNull(inventory, "inventory");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        clusters = Collections.unmodifiableMap(new LinkedHashMap<>(clusters));
        access = Collections.unmodifiableMap(new LinkedHashMap<>(access));
        secrets = List.copyOf(secrets);
        modules = Collections.unmodifiableMap(new LinkedHashMap<>(modules));
        requireNonNull(undoes, "undoes");
    }
}
