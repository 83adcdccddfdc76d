// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.Doc;
import io.shakebook.spi.diagnostic.InvalidArgument;
import java.util.List;
import java.util.stream.IntStream;

/** Arguments of the gate "redis-link-order". */
public record LinkOrderArgs(
        @Doc("The Redis that is copied") RedisEntry source,

        @Doc("The Redis that receives the copy") RedisEntry target,

        @Doc(
                value = "Name of the shakes of this direction; an ordinal such as -0 may follow",
                example = "redis-shake-sync")
        String appName,

        @Doc(
                value = "Name of the shakes of the opposite direction; an ordinal such as -0 may follow",
                example = "redis-shake-recovery")
        String oppositeAppName,

        @Doc(
                value = "Names of all shakes that this link runs; unless given, one for each master of the source",
                defaultsTo = "[]")
        List<String> wanted) {

    public LinkOrderArgs {
        wanted = List.copyOf(wanted);
        if (new ShakeNames(appName).test(oppositeAppName) || new ShakeNames(oppositeAppName).test(appName)) {
            throw new InvalidArgument(
                    "oppositeAppName",
                    "\"" + oppositeAppName + "\" cannot be told from \"" + appName + "\", the shakes of this direction",
                    "give the two directions names that differ in more than an ordinal");
        }
        if (source.name().equals(target.name())) {
            throw new InvalidArgument(
                    "target", "\"" + target.name() + "\" is the source too", "name another Redis as the target");
        }
    }

    /** The shakes that run when this link is up. */
    List<String> wanted(int masters) {
        if (!wanted.isEmpty()) {
            return wanted;
        }
        return source.topology() == Topology.CLUSTER
                ? IntStream.range(0, masters)
                        .mapToObj(shard -> appName + "-" + shard)
                        .toList()
                : List.of(appName);
    }
}
