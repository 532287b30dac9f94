namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>How a request travels over HTTP (RFC 6960 appendix A.1).</summary>
public enum OcspTransfer
{
    /// <summary>POST with the request as its body.</summary>
    Post = 0,

    /// <summary>GET with the request in the path, so that caches may answer; a request of more than 255 characters goes by POST.</summary>
    Get,
}
