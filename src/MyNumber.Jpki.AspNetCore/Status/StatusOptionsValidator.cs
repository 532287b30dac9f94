using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Caching;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Revocation.Crl.Download;
using MyNumber.Jpki.Revocation.Ocsp;

namespace MyNumber.Jpki.AspNetCore.Status;

/// <summary>Judges the settings of status when the host starts; every message says what to do.</summary>
internal sealed class StatusOptionsValidator(StatusRegistration registration, IServiceProvider services, TimeProvider clock) : IValidateOptions<JpkiOptions>
{
    private const string Address = "is not an absolute http or https address: write one such as http://ocsp.example/.";

    public ValidateOptionsResult Validate(string? name, JpkiOptions options)
    {
        List<string> problems = [.. Addresses(options)];
        if (problems.Count == 0)
        {
            problems.AddRange(new[]
            {
                Try("Ocsp", () => new OcspResponseVerifier(options.Ocsp, clock)),
                Try("StatusCache", () => new CachedStatusSource(new CrlStore(clock), options.StatusCache, clock)),
                Try("StatusPolicy", () => new RevocationSourceSequence(options.StatusPolicy, clock, new CrlStore(clock), new CrlStore(clock))),
            }.OfType<string>());
            problems.AddRange(Enum.GetValues<CertificatePurpose>().Select(purpose => TryDownload(options, purpose)).OfType<string>().Distinct());
            problems.AddRange(registration.HasOwnSource ? [] : Sources(options));
            if (options.ListMaximumAge <= TimeSpan.Zero)
            {
                problems.Add("ListMaximumAge is not more than zero: correct it, or leave it out so that a list counts until its nextUpdate.");
            }
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Addresses(JpkiOptions options)
    {
        if (options.Ocsp.ResponderAddress is { } responder && !SiteOrigin.IsHttp(responder))
        {
            yield return $"Ocsp.ResponderAddress (OcspAddress) {Address}";
        }

        if (options.Ocsp.FallbackAddresses?.All(address => address is not null && SiteOrigin.IsHttp(address)) == false)
        {
            yield return $"One of Ocsp.FallbackAddresses {Address}";
        }

        foreach (CertificatePurpose purpose in Enum.GetValues<CertificatePurpose>())
        {
            if (options.Of(purpose).OcspAddress is { } own && !SiteOrigin.IsHttp(own))
            {
                yield return $"{purpose}.OcspAddress {Address}";
            }
            else if (options.Of(purpose) is { OcspAddress: not null, IsConfigured: false })
            {
                yield return $"{purpose}.OcspAddress is set and {purpose} has no anchors: set {purpose}.AnchorFiles too, or leave the address out.";
            }

            IList<Uri> addresses = options.Of(purpose).CrlAddresses;
            if (!addresses.All(address => address is not null && SiteOrigin.IsHttp(address)))
            {
                yield return $"One of {purpose}.CrlAddresses is not an absolute http or https address: write one such as http://crl.example/full.crl.";
            }
            else if (addresses.Distinct().Count() != addresses.Count || addresses.Count > CrlDownloadOptions.MaximumAddresses)
            {
                yield return $"{purpose}.CrlAddresses has an address twice, or more than {CrlDownloadOptions.MaximumAddresses}: write each list's address once.";
            }

            if (addresses.Count != 0 && !options.Of(purpose).IsConfigured)
            {
                yield return $"{purpose}.CrlAddresses is set and {purpose} has no anchors: set {purpose}.AnchorFiles too, or leave the addresses out.";
            }
        }
    }

    private IEnumerable<string> Sources(JpkiOptions options)
    {
        CertificatePurpose[] purposes = [.. Enum.GetValues<CertificatePurpose>().Where(purpose => options.Of(purpose).IsConfigured)];
        foreach (CertificatePurpose purpose in purposes)
        {
            if (!options.AsksResponderOf(purpose) && !HasLists(purpose))
            {
                yield return $"Nothing is configured that tells whether a certificate of {purpose} is revoked: set Ocsp.ResponderAddress (OcspAddress), {purpose}.OcspAddress or {purpose}.CrlAddresses, "
                    + "or register an IRevocationSource of your own.";
            }
        }

        if (options.StatusPolicy.WhichAnswerCounts == WhichAnswerCounts.TwoThatAgree && !purposes.All(purpose => options.AsksResponderOf(purpose) && HasLists(purpose)))
        {
            yield return "StatusPolicy wants two sources that agree and there is one: set both Ocsp.ResponderAddress (OcspAddress) and CrlAddresses of each purpose, or take another policy.";
        }

        bool HasLists(CertificatePurpose purpose) => registration.HasOwnStore || options.Of(purpose).CrlAddresses.Count != 0;
    }

    // The folder is filled in later. Anchors that do not load are another validator's matter.
    private string? TryDownload(JpkiOptions options, CertificatePurpose purpose)
    {
        IList<Uri> addresses = options.Of(purpose).CrlAddresses;
        using HttpClient none = new();
        return addresses.Count != 0 && AnchorLoading.Load(options, purpose, JpkiTrust.FolderOf(services), out _) is { } anchors
            ? Try("CrlDownload", () => new CrlDownloader(none, new CrlStore(clock), anchors, options.CrlDownload with { Addresses = [.. addresses] }, clock))
            : null;
    }

    private static string? Try(string setting, Func<object> make)
    {
        try
        {
            make();
            return null;
        }
        catch (ArgumentException failure)
        {
            return $"{setting}.{failure.ParamName} is out of its range: correct it, or leave it out for the default.";
        }
    }
}
