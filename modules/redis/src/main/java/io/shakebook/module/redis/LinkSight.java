// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.Unanswered;
import io.shakebook.spi.World;
import java.util.List;

/**
 * What is to be seen on both sides of a link before its shakes start.
 *
 * @param place namespace and cluster of the step
 * @param opposite shakes that copy the other way; they run beside the source
 * @param strays shakes of this direction that the link does not want
 */
record LinkSight(
        Place place,
        Masters source,
        Masters target,
        List<String> wanted,
        RunningShakes opposite,
        RunningShakes strays) {

    /** A namespace of a cluster. */
    record Place(String cluster, String namespace) {
        static Place of(RedisEntry redis) {
            return new Place(redis.cluster().name(), redis.namespace());
        }

        /** For people. */
        String shown() {
            return "namespace \"" + namespace + "\" of \"" + cluster + "\"";
        }
    }

    static LinkSight of(LinkOrderArgs args, World world) throws Unanswered {
        RedisEntry source = args.source();
        RedisEntry target = args.target();
        Masters masters = new MasterReader(source).read(world);
        List<String> wanted = args.wanted(masters.all().size());
        ShakeNames ours = new ShakeNames(args.appName());
        return new LinkSight(
                new Place(world.here().name(), world.namespace()),
                masters,
                new MasterReader(target).read(world),
                wanted,
                RunningShakes.read(
                        world.cluster(source.cluster()), source.namespace(), new ShakeNames(args.oppositeAppName())),
                RunningShakes.read(
                        world.cluster(target.cluster()),
                        target.namespace(),
                        name -> ours.test(name) && !wanted.contains(name)));
    }
}
