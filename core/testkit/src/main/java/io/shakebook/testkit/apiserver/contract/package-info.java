// SPDX-License-Identifier: Apache-2.0
/**
 * What an API server must answer, one test per fact, grouped by theme. The facts are proven against a real kube-apiserver;
 * any other server extends {@link io.shakebook.testkit.apiserver.contract.ApiServerContract}. No server is started here.
 */
@NullMarked
package io.shakebook.testkit.apiserver.contract;

import org.jspecify.annotations.NullMarked;
