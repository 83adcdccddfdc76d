// SPDX-License-Identifier: Apache-2.0
/** The module "service": one Service, its allocated address and node port, and whether the right pods stand behind it. */
@NullMarked
package io.shakebook.module.service;

import org.jspecify.annotations.NullMarked;
