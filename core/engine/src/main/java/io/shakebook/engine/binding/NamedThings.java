// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import java.util.Collection;

/** Things of an inventory by name: entries of inventory types, and clusters. */
public interface NamedThings {

    /** @param type an entry's record class, or {@code ClusterRef} */
    Collection<String> names(Class<? extends Record> type);

    /** One of {@link #names}; failed if it is there but wrong, which was reported then. */
    Bound find(Class<? extends Record> type, String name);
}
