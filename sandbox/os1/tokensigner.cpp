// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/tokensigner.h"

#include "sandbox/log.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr QLatin1StringView keySetting{"signingKey"};
constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

QByteArray encoded(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(base64Url);
}

QString pemOf(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()), BIO_free);
    if (PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QString::fromLatin1(data, size);
}

EVP_PKEY *keyOf(const QString &pem)
{
    const QByteArray bytes = pem.toLatin1();
    const Bio bio(BIO_new_mem_buf(bytes.constData(), int(bytes.size())), BIO_free);
    return PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr);
}

} // namespace

void TokenSigner::KeyEnd::operator()(EVP_PKEY *key) const
{
    EVP_PKEY_free(key);
}

TokenSigner::TokenSigner(World world)
    : m_world(world)
{
}
TokenSigner::~TokenSigner() = default;

EVP_PKEY *TokenSigner::key()
{
    const QString stored = m_world.settings.text(keySetting);
    if (m_key && stored.isEmpty()) // the request that made it was taken back
        m_world.settings.setText(keySetting, pemOf(m_key.get()));
    if (m_key && (stored.isEmpty() || stored == m_stored))
        return m_key.get();
    // Another server on the same database may have made the key that counts.
    m_stored = stored;
    m_key.reset(stored.isEmpty() ? nullptr : keyOf(stored));
    if (!m_key) {
        m_key.reset(EVP_RSA_gen(2048));
        if (!m_key)
            throw DatabaseError{u"no signing key could be made"_s};
        m_stored = pemOf(m_key.get());
        m_world.settings.setText(keySetting, m_stored);
        qCInfo(logTokens) << "made a signing key";
    }
    return m_key.get();
}

QByteArray TokenSigner::parameter(const char *name)
{
    BIGNUM *number = nullptr;
    if (EVP_PKEY_get_bn_param(key(), name, &number) != 1)
        return {};
    QByteArray bytes(BN_num_bytes(number), Qt::Uninitialized);
    BN_bn2bin(number, reinterpret_cast<unsigned char *>(bytes.data()));
    BN_free(number);
    return bytes.toBase64(base64Url);
}

QString TokenSigner::keyId()
{
    const QByteArray modulus = parameter(OSSL_PKEY_PARAM_RSA_N);
    return QString::fromLatin1(
        QCryptographicHash::hash(modulus, QCryptographicHash::Sha256).toHex().left(16));
}

QString TokenSigner::sign(const QJsonObject &claims)
{
    const QByteArray head = encoded({{u"alg"_s, u"RS256"_s}, {u"typ"_s, u"JWT"_s}, {u"kid"_s, keyId()}});
    const QByteArray text = head + '.' + encoded(claims);
    const DigestContext context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.constData());
    size_t size = 0;
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key()) != 1
        || EVP_DigestSign(context.get(), nullptr, &size, bytes, size_t(text.size())) != 1)
        throw DatabaseError{u"signing failed"_s};
    QByteArray signature(qsizetype(size), Qt::Uninitialized);
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytes,
            size_t(text.size()))
        != 1)
        throw DatabaseError{u"signing failed"_s};
    signature.truncate(qsizetype(size));
    return QString::fromLatin1(text + '.' + signature.toBase64(base64Url));
}

std::optional<QJsonObject> TokenSigner::verified(const QByteArray &token)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3)
        return std::nullopt;
    // The algorithm is ours, whatever the token's head says (RFC 8725, 3.1).
    const QByteArray text = parts.at(0) + '.' + parts.at(1);
    const auto signature
        = QByteArray::fromBase64Encoding(parts.at(2), base64Url | QByteArray::AbortOnBase64DecodingErrors);
    const DigestContext context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    if (!signature || EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key()) != 1)
        return std::nullopt;
    const bool isOurs = EVP_DigestVerify(context.get(),
                            reinterpret_cast<const unsigned char *>(signature.decoded.constData()),
                            size_t(signature.decoded.size()),
                            reinterpret_cast<const unsigned char *>(text.constData()), size_t(text.size()))
        == 1;
    const auto claims = QJsonDocument::fromJson(QByteArray::fromBase64(parts.at(1), base64Url));
    return isOurs && claims.isObject() ? std::optional(claims.object()) : std::nullopt;
}

QJsonObject TokenSigner::jwks()
{
    const QJsonObject key{{u"kty"_s, u"RSA"_s}, {u"use"_s, u"sig"_s}, {u"alg"_s, u"RS256"_s},
        {u"kid"_s, keyId()}, {u"n"_s, QString::fromLatin1(parameter(OSSL_PKEY_PARAM_RSA_N))},
        {u"e"_s, QString::fromLatin1(parameter(OSSL_PKEY_PARAM_RSA_E))}};
    return {{u"keys"_s, QJsonArray{key}}};
}

} // namespace sandbox
