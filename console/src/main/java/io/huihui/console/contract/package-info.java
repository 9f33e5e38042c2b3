/** The contract with the page: which records there are, as TypeScript and as OpenAPI. */
package io.huihui.console.contract;
