using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Verbs;

/// <summary>The verbs of the public personal authentication service (公的個人認証サービス).</summary>
internal static class JpkiVerbs
{
    public static IVerb Group(TimeProvider clock) => new VerbGroup("jpki", "jpki", "Look into, lint and verify certificates, lists, OCSP answers and signed documents of JPKI (公的個人認証).",
    [
        new JpkiInspectVerb(),
        new JpkiLintVerb(),
        new JpkiVerifyVerb(clock),
        new JpkiStatusVerb(clock),
    ]);
}
