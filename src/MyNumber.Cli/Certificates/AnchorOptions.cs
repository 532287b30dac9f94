using System.CommandLine;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Cli.Certificates;

/// <summary>The anchors that the user pins, and which profile is accepted under them.</summary>
internal sealed class AnchorOptions
{
    public const string PurposeName = "--purpose";
    private const string Name = "--anchor";
    private const int MostBytes = 1 << 20;
    private const byte Sequence = 0x30;

    private readonly Option<string[]> _anchors = new(Name) { Description = "A file with an authority's self-signed certificates (認証局の自己署名証明書), DER or PEM; again for more. Never one from a card.", HelpName = "FILE", Required = true };
    private readonly Option<string?> _purpose = new(PurposeName) { Description = "Of a certificate by itself: sign or auth; without it as its key usage says. Documents are always signed with the signature certificate.", HelpName = "sign|auth" };
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

    /// <summary>Whether the user said for what a certificate is.</summary>
    public bool NamesPurpose(ParseResult parsed) => parsed.GetValue(_purpose) is not null;

    /// <summary>Whether the user said what only JPKI's certificates have.</summary>
    public bool NamesProfile(ParseResult parsed) => parsed.GetValue(_policy) is not null || parsed.GetResult(_environment) is { Implicit: false };

    /// <summary>Reads anchors of another hierarchy, or says why they are not taken.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>>? LoadBare(ParseResult parsed, VerbContext context) => BareAnchor.Load(parsed.GetValue(_anchors) ?? [], Name, context);

    /// <summary>Reads the anchors, or says why they are not taken.</summary>
    public TrustAnchorSet? Load(ParseResult parsed, VerbContext context, CertificatePurpose purpose)
    {
        if (ReadFiles(parsed.GetValue(_anchors) ?? [], Name, context) is not { } files)
        {
            return null;
        }

        string environment = parsed.GetValue(_environment)!;
        List<CertificateProfile> profiles = [ProfileOf(purpose, environment, parsed.GetValue(_policy))];
        if (environment == "production")
        {
            return LoadProduction(files, purpose, profiles, context);
        }

        // The library passes over what stands around the blocks of a file; the tool passes over nothing.
        if (!files.SelectMany(Split).All(der => der.Span is [Sequence, ..]))
        {
            TellNoAuthority(Name, context);
            return null;
        }

        TrustAnchorLoadResult own = TrustAnchorLoader.WithoutFingerprints(purpose, environment == "test" ? JpkiEnvironment.Test : JpkiEnvironment.Lab).Load(files, profiles);
        return own.Anchors is not null ? own.Anchors
            : own.Rejected.Any(rejected => rejected.Fault == TrustAnchorFault.OtherEnvironment) ? LoadProduction(files, purpose, profiles, context)
            : TellFaults(own, context);
    }

    /// <summary>Reads files of certificates, or says why not.</summary>
    public static List<TrustAnchorFile>? ReadFiles(IReadOnlyList<string> paths, string name, VerbContext context)
    {
        List<TrustAnchorFile> files = [];
        foreach (string path in paths)
        {
            if (FileBytes.Read(path, name, context, MostBytes) is not { } content)
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
            string faults = AnchorWords.Of(loaded.Rejected, context.Language);
            context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick(
                $"{Name}: An anchor is not one of the real service's: {faults}. Fetch it again from the issuing body.", $"{Name}: 本番の認証局証明書と一致しません: {faults}。発行元から取り直してください。")]);
        }

        return loaded.Anchors;
    }

    private static TrustAnchorSet? TellFaults(TrustAnchorLoadResult loaded, VerbContext context)
    {
        if (loaded.Rejected.All(rejected => rejected.Fault is TrustAnchorFault.NotACertificate or TrustAnchorFault.NotAnAuthority))
        {
            TellNoAuthority(Name, context);
            return null;
        }

        string faults = AnchorWords.Of(loaded.Rejected, context.Language);
        context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick(
            $"{Name}: These are not the generations of one authority: {faults}.", $"{Name}: 一つの認証局の証明書としてまとめられません: {faults}。")]);
        return null;
    }

    /// <summary>Says that a file is of no use.</summary>
    public static void TellNoAuthority(string name, VerbContext context) => context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick(
        $"{name}: A file holds something that is no authority's self-signed certificate.", $"{name}: 認証局の自己署名証明書でないものがファイルにあります。")]);

    /// <summary>The certificates of a file, DER.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Split(TrustAnchorFile file)
    {
        byte[] content = file.Contents.ToArray();
        return PemText.Blocks(content) is { Count: > 0 } blocks ? blocks.Select(block => (ReadOnlyMemory<byte>)block) : [content];
    }
}
