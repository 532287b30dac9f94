using System.CommandLine;
using System.Security.Cryptography;
using MyNumber.Cli.Authorities;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Cli.Verbs;

/// <summary><c>ca issue DIR</c>: both certificates of a card, for an invented person.</summary>
internal sealed class CaIssueVerb(TimeProvider clock) : IVerb
{
    private readonly Argument<string> _folder = AuthorityRun.Folder();
    private readonly Option<string> _person = new("--person") { Description = "synthetic: an invented person (also without the option); or a file with an invented person in JSON, as emulate takes it.", HelpName = "FILE|synthetic", DefaultValueFactory = _ => IssuePerson.Synthetic };
    private readonly Option<int?> _seed = new("--seed") { Description = "Invent the person by this number.", HelpName = "N" };
    private readonly Option<string?> _signatureKey = new("--signature-key") { Description = "SubjectPublicKeyInfo of the signature key, DER or PEM; without it a key is made.", HelpName = "FILE" };
    private readonly Option<string?> _userKey = new("--authentication-key") { Description = "SubjectPublicKeyInfo of the user-authentication key, DER or PEM; without it a key is made.", HelpName = "FILE" };
    private readonly Option<string?> _out = new("--out") { Description = "A new folder for certificates and keys; without it issued/N in the authority's folder, N being the entry in the register.", HelpName = "DIR" };

    public Command Describe() => new("issue", "Issue the two certificates of a card to an invented person. Exit codes: 0 issued; 1 person or key is refused; 2 the command line is wrong; 3 a file or the folder cannot be used.")
    {
        _folder, _person, _seed, _signatureKey, _userKey, _out,
    };

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        if (parsed.GetValue(_person) != IssuePerson.Synthetic && parsed.GetValue(_seed) is not null)
        {
            return context.Report.Fail(ExitCode.Usage, [context.Language.Pick("--seed invents a person: leave it out beside a person file.", "--seed は人物を作る指定です。人物ファイルと同時には使えません。")]);
        }

        if (IssuePerson.Find(parsed.GetValue(_person)!, parsed.GetValue(_seed), clock, context, out ExitCode code) is not { } person)
        {
            return code;
        }

        using IssueKeys keys = new();
        code = keys.Read(parsed.GetValue(_signatureKey), parsed.GetValue(_userKey), context);
        string folder = parsed.GetValue(_folder)!;
        return code != ExitCode.Done ? code : AuthorityRun.With(folder, context, clock, authority => IssueAsync(authority, folder, parsed.GetValue(_out), keys, person, context));
    }

    private static async Task<ExitCode> IssueAsync(AuthorityFolder authority, string folder, string? outFolder, IssueKeys keys, IssuePerson person, VerbContext context)
    {
        if (outFolder is not null && Path.Exists(outFolder))
        {
            return context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick("--out names something that is there; it is not overwritten.", "--out はすでにあります。上書きしません。")]);
        }

        CardCertificates issued;
        try
        {
            issued = await authority.Authority.IssueAsync(person.Request(keys.SignaturePublic, keys.UserAuthenticationPublic), context.Cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            return context.Report.Fail(ExitCode.Refused, [context.Language.Pick("The authority refuses the person: the card has ended, or a name cannot be certified.", "認証局が拒否しました。カードの有効期限が過ぎているか、証明できない内容です。")]);
        }

        string name = $"issued/{authority.Authority.Statuses.Position}";
        string target = outFolder ?? Path.Combine(folder, name);
        AuthorityFolder.MakeDirectory(target);
        keys.Write(target, issued);
        return Tell(context, issued, keys, outFolder is null ? name : null);
    }

    private static ExitCode Tell(VerbContext context, CardCertificates issued, IssueKeys keys, string? name)
    {
        string place = name ?? context.Language.Pick("the folder of --out", "--out のフォルダー"), separator = context.Language.Pick(", ", "、");
        string files = string.Join(separator, new[] { issued.Signature is null ? null : IssueKeys.SignatureFile, IssueKeys.UserAuthenticationFile }.OfType<string>());
        string made = string.Join(separator, new[] { keys.SignatureKeyOf(issued), keys.UserAuthenticationKey }.OfType<string>());
        string text = context.Language.Pick($"Issued into {place}: {files}.", $"{place}に発行しました: {files}。")
            + (made.Length == 0 ? string.Empty : context.Language.Pick($" Private keys, which anybody who reads the folder has: {made}.", $"秘密鍵 (フォルダーを読める人は誰でも使えます): {made}。"))
            + (issued.Signature is null ? context.Language.Pick(" No signature certificate: the person is under 15.", "15歳未満のため署名用はありません。") : string.Empty);
        context.Report.Notice(AuthorityRun.Notice(context.Language));
        context.Report.Answer(text, writer =>
        {
            writer.WriteString("folder", name);
            writer.WriteString("signature", issued.Signature is null ? null : IssueKeys.SignatureFile);
            writer.WriteString("userAuthentication", IssueKeys.UserAuthenticationFile);
            writer.WriteString("signatureKey", keys.SignatureKeyOf(issued));
            writer.WriteString("userAuthenticationKey", keys.UserAuthenticationKey);
            writer.WriteString("notAfter", issued.UserAuthentication.NotAfter.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        });
        return ExitCode.Done;
    }
}
