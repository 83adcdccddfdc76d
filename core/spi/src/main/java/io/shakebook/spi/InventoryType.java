// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

import java.util.List;

/**
 * A kind of thing that an inventory can name beside clusters, as a record. Its first component is {@code String name},
 * the entry's key. Components of type {@code ClusterRef} name a cluster, components whose type is another inventory
 * type's record name an entry of it, and a component of type {@code SecretRef} is written as {@code secret:} and
 * {@code key:}, in the entry's own {@code cluster} and {@code namespace} unless it says else.
 */
public interface InventoryType<E extends Record> {

    /** In kebab-case, as in an inventory: {@code redis-pair}. */
    String name();

    /** One sentence. */
    String summary();

    Class<E> entry();

    List<Example> examples();
}
