using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.AspNetCore.Configuration;

/// <summary>The anchor sets of this application, loaded once.</summary>
internal sealed class JpkiTrust
{
    private readonly Lazy<TrustAnchorSet?> _signature;
    private readonly Lazy<TrustAnchorSet?> _userAuthentication;

    public JpkiTrust(IOptions<JpkiOptions> options, IServiceProvider services)
    {
        string folder = FolderOf(services);
        _signature = new(() => Load(options.Value, CertificatePurpose.Signature, folder));
        _userAuthentication = new(() => Load(options.Value, CertificatePurpose.UserAuthentication, folder));
    }

    /// <summary>Where relative paths begin.</summary>
    public static string FolderOf(IServiceProvider services) => services.GetService<IHostEnvironment>()?.ContentRootPath ?? AppContext.BaseDirectory;

    /// <summary>The set, or <see langword="null"/> when the purpose is not configured.</summary>
    public TrustAnchorSet? Find(CertificatePurpose purpose) => (purpose == CertificatePurpose.Signature ? _signature : _userAuthentication).Value;

    public TrustAnchorSet Get(CertificatePurpose purpose) => Find(purpose)
        ?? throw new InvalidOperationException($"No anchors are configured for {purpose}: set {purpose}.Anchors or {purpose}.AnchorFiles in AddMyNumberJpki.");

    private static TrustAnchorSet? Load(JpkiOptions options, CertificatePurpose purpose, string folder)
    {
        TrustAnchorSet? anchors = AnchorLoading.Load(options, purpose, folder, out string? problem);
        return problem is null ? anchors : throw new InvalidOperationException(problem);
    }
}
