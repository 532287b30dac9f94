using System.CommandLine;
using MyNumber.Cli.Authorities;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Authority;

namespace MyNumber.Cli.Verbs;

/// <summary><c>ca init DIR --name NAME</c>: keys, settings and register of a new lab authority.</summary>
internal sealed class CaInitVerb(TimeProvider clock) : IVerb
{
    private readonly Argument<string> _folder = AuthorityRun.Folder();
    private readonly Option<string> _name = new("--name") { Description = "Organisation in both authorities' names; no name of the real service.", HelpName = "NAME", Required = true };
    private readonly Option<int> _generations = new("--generations") { Description = "How many key generations, 1 to 9; the last one issues.", HelpName = "N", DefaultValueFactory = _ => LabAuthorityKeys.UsualGenerations };
    private readonly Option<string?> _ocsp = new("--ocsp") { Description = "The responder's address that new certificates name, such as http://127.0.0.1:8080/ocsp.", HelpName = "URL" };

    public Command Describe() => new("init", "Make an authority in a new or empty folder. Exit codes: 0 made; 1 the name is refused; 2 the command line is wrong; 3 the folder cannot be used.")
    {
        _folder, _name, _generations, _ocsp,
    };

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        AuthoritySettings settings = new(AuthoritySettings.CurrentFormat, parsed.GetValue(_name)!, parsed.GetValue(_generations), parsed.GetValue(_ocsp));
        if (string.IsNullOrWhiteSpace(settings.Organization) || !settings.IsReadable)
        {
            return context.Report.Fail(ExitCode.Usage, [context.Language.Pick(
                "--name takes a text, --generations 1 to 9, --ocsp an http address.", "--name には名前、--generations には1から9、--ocsp には http のアドレスを指定してください。")]);
        }

        if (AuthorityFolder.IsTaken(parsed.GetValue(_folder)!))
        {
            return context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick(
                "DIR: The folder is not empty; an authority is made in a new or empty one.", "DIR: フォルダーが空ではありません。認証局は新しい、または空のフォルダーに作成します。")]);
        }

        return AuthorityRun.Guard(context, async () =>
        {
            try
            {
                using AuthorityFolder folder = await AuthorityFolder.MakeAsync(parsed.GetValue(_folder)!, settings, clock, context.Cancellation).ConfigureAwait(false);
                return Tell(context, settings);
            }
            catch (ArgumentException)
            {
                return context.Report.Fail(ExitCode.Refused, [context.Language.Pick(
                    "The name is refused: it is empty text, or a lab must not bear it because it reads like the real service's.", "この名前は使えません。本物のサービスと紛らわしい名前は実験用の認証局に付けられません。")]);
            }
        });
    }

    private static ExitCode Tell(VerbContext context, AuthoritySettings settings)
    {
        context.Report.Notice(AuthorityRun.Notice(context.Language));
        context.Report.Answer(
            context.Language.Pick(
                $"An authority of {settings.Generations} generations. Anchors to pin: {AuthorityFolder.SignatureAnchors}, {AuthorityFolder.UserAuthenticationAnchors}.",
                $"{settings.Generations}世代の認証局を作成しました。検証者に渡す自己署名証明書: {AuthorityFolder.SignatureAnchors}、{AuthorityFolder.UserAuthenticationAnchors}"),
            writer =>
            {
                writer.WriteNumber("generations", settings.Generations);
                writer.WriteString("signatureAnchors", AuthorityFolder.SignatureAnchors);
                writer.WriteString("userAuthenticationAnchors", AuthorityFolder.UserAuthenticationAnchors);
            });
        return ExitCode.Done;
    }
}
