// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.binding.Catalog;

/** The modules, look-ups and inventory types that are installed. */
public interface Modules {

    /** @throws LocalFault if a jar of the modules folder cannot be used */
    Catalog catalog() throws LocalFault;
}
