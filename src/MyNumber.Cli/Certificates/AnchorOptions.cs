using System.CommandLine;
using System.Security.Cryptography;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Cli.Certificates;

/// <summary>The anchors that the user pins, and which profile is accepted under them.</summary>
internal sealed class AnchorOptions
{
    private const int MostBytes = 1 << 20;
    private const int Sha256Length = 32;

    private readonly Option<string[]> _anchors = new("--anchor") { Description = "A file with an authority's self-signed certificates (認証局の自己署名証明書), DER or PEM; again for more. Never one from a card.", HelpName = "FILE", Required = true };
    private readonly Option<string?> _purpose = new("--purpose") { Description = "sign or auth; without it as the certificate's key usage says, for documents sign.", HelpName = "sign|auth" };
    private readonly Option<string> _environment = new("--environment") { Description = "lab (also without the option), test or production. Anchors that bear the real service's name are held against its fingerprints in any case.", HelpName = "lab|test|production", DefaultValueFactory = _ => "lab" };
    private readonly Option<string?> _policy = new("--policy") { Description = "The certificate policy that is accepted in place of the profile's, dotted.", HelpName = "OID" };

    public AnchorOptions()
    {
        _purpose.AcceptOnlyFromAmong("sign", "auth");
        _environment.AcceptOnlyFromAmong("lab", "test", "production");
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_anchors);
        command.Options.Add(_purpose);
        command.Options.Add(_environment);
        command.Options.Add(_policy);
    }

    /// <summary>The purpose that was asked for, or that of the certificate.</summary>
    public CertificatePurpose PurposeOf(ParseResult parsed, JpkiCertificate? certificate) => parsed.GetValue(_purpose) switch
    {
        "sign" => CertificatePurpose.Signature,
        "auth" => CertificatePurpose.UserAuthentication,
        _ => certificate is null || CertificateWords.IsSignature(certificate) ? CertificatePurpose.Signature : CertificatePurpose.UserAuthentication,
    };

    /// <summary>Whether the user said what only JPKI's certificates have.</summary>
    public bool NamesProfile(ParseResult parsed) =>
        parsed.GetValue(_purpose) is not null || parsed.GetValue(_policy) is not null || parsed.GetResult(_environment) is { Implicit: false };

    /// <summary>Reads anchors of another hierarchy, or says why they are not taken.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>>? LoadBare(ParseResult parsed, VerbContext context)
    {
        if (ReadFiles(parsed, context) is not { } files)
        {
            return null;
        }

        ReadOnlyMemory<byte>[] anchors = [.. files.SelectMany(Split)];
        if (anchors.Length != 0 && anchors.All(BareAnchor.IsAuthority))
        {
            return anchors;
        }

        TellNoAuthority(context);
        return null;
    }

    /// <summary>Reads the anchors, or says why they are not taken.</summary>
    public TrustAnchorSet? Load(ParseResult parsed, VerbContext context, CertificatePurpose purpose)
    {
        if (ReadFiles(parsed, context) is not { } files)
        {
            return null;
        }

        string environment = parsed.GetValue(_environment)!;
        List<CertificateProfile> profiles = [ProfileOf(purpose, environment, parsed.GetValue(_policy))];
        return environment == "production" || files.Any(BearsProductionName)
            ? LoadProduction(files, purpose, profiles, context)
            : LoadOwn(files, purpose, environment == "test" ? JpkiEnvironment.Test : JpkiEnvironment.Lab, profiles, context);
    }

    private List<TrustAnchorFile>? ReadFiles(ParseResult parsed, VerbContext context)
    {
        List<TrustAnchorFile> files = [];
        foreach (string path in parsed.GetValue(_anchors) ?? [])
        {
            if (FileBytes.Read(path, context, MostBytes) is not { } content)
            {
                return null;
            }

            files.Add(new TrustAnchorFile(string.Empty, content));
        }

        return files;
    }

    /// <summary>The profile of a purpose in an environment.</summary>
    public static CertificateProfile ProfileOf(CertificatePurpose purpose, string environment, string? policy)
    {
        CertificateProfile profile = purpose == CertificatePurpose.UserAuthentication ? CertificateProfiles.CardUserAuthentication
            : environment == "test" ? CertificateProfiles.TestCardSignature : CertificateProfiles.CardSignature;
        return policy is null ? profile : profile with { Policy = policy };
    }

    private static TrustAnchorSet? LoadProduction(List<TrustAnchorFile> files, CertificatePurpose purpose, List<CertificateProfile> profiles, VerbContext context)
    {
        TrustAnchorLoadResult loaded = TrustAnchorLoader.ForProduction(purpose).Load(files, profiles);
        if (loaded.Anchors is null)
        {
            string[] faults = [.. loaded.Rejected.Select(rejected => rejected.Fault.ToString()).Distinct(StringComparer.Ordinal)];
            context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick(
                $"An anchor is not one of the real service's: {string.Join(", ", faults)}. Fetch it again from the issuing body.", $"本番の認証局証明書と一致しません: {string.Join(", ", faults)}。発行元から取り直してください。")]);
        }

        return loaded.Anchors;
    }

    private static TrustAnchorSet? LoadOwn(List<TrustAnchorFile> files, CertificatePurpose purpose, JpkiEnvironment environment, List<CertificateProfile> profiles, VerbContext context)
    {
        List<TrustAnchor> anchors = [];
        bool right = true;
        foreach (ReadOnlyMemory<byte> der in files.SelectMany(Split))
        {
            right &= TrustAnchor.TryParse(der.Span, out TrustAnchor? anchor);
            if (anchor is not null && !anchors.Exists(other => other.Certificate.RawData.Span.SequenceEqual(anchor.Certificate.RawData.Span)))
            {
                anchors.Add(anchor);
            }
        }

        right &= anchors.Count != 0 && anchors.DistinctBy(anchor => Convert.ToHexString(anchor.KeyIdentifier.Span)).Count() == anchors.Count;
        if (!right)
        {
            TellNoAuthority(context);
            return null;
        }

        return new TrustAnchorSet(purpose, environment, anchors, profiles);
    }

    private static void TellNoAuthority(VerbContext context) => context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick(
        "An anchor file holds something that is no authority's self-signed certificate.", "--anchor のファイルに、認証局の自己署名証明書でないものがあります。")]);

    private static bool BearsProductionName(TrustAnchorFile file) => Split(file).Any(der =>
        JpkiCertificate.TryParse(der.Span, out JpkiCertificate? certificate, out _) && IsProductionName(certificate.SubjectName.Span));

    private static bool IsProductionName(ReadOnlySpan<byte> name)
    {
        Span<byte> hash = stackalloc byte[Sha256Length];
        SHA256.HashData(name, hash);
        return hash.SequenceEqual(ProductionAuthorities.NameSha256(CertificatePurpose.Signature).Span)
            || hash.SequenceEqual(ProductionAuthorities.NameSha256(CertificatePurpose.UserAuthentication).Span);
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Split(TrustAnchorFile file)
    {
        byte[] content = file.Contents.ToArray();
        return PemText.Blocks(content) is { Count: > 0 } blocks ? blocks.Select(block => (ReadOnlyMemory<byte>)block) : [content];
    }
}
