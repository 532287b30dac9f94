namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>Whether a nonce ties an answer to its question (RFC 9654).</summary>
public enum OcspNoncePolicy
{
    /// <summary>A nonce is sent. An answer may leave it out, as pre-signed answers do; one that carries a nonce must carry ours.</summary>
    Preferred = 0,

    /// <summary>A nonce is sent and must come back.</summary>
    Required,

    /// <summary>No nonce is sent and none is looked at; freshness rests on the times alone.</summary>
    Off,
}
