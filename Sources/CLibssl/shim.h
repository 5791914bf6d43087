#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

// OpenSSL offers these as macros, which Swift does not see.
static inline int tls_demand_1_2(SSL_CTX *context) { return SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION); }
static inline int tls_name_server(SSL *connection, const char *name) {
    return (int)SSL_set_tlsext_host_name(connection, name);
}
