using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Linkage.AspNetCore.Peers;

namespace MyNumber.Linkage.AspNetCore.Client;

/// <summary>Connections that show the own certificate and talk to one pinned server only, whatever name or issuer its certificate has.</summary>
internal static class LinkageClientHandler
{
    public static SocketsHttpHandler Create(LinkageClientOptions options, LinkagePeer server) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        EnableMultipleHttp2Connections = true,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        SslOptions = new SslClientAuthenticationOptions
        {
            ClientCertificateContext = SslStreamCertificateContext.Create(options.Certificate!, additionalCertificates: null, offline: true),
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                options.Peers!.Judge(certificate as X509Certificate2, options.Clock.GetUtcNow(), out LinkagePeer peer) == PeerVerdict.Accepted && peer == server,
        },
    };
}
