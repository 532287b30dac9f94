using System.CommandLine;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Authority.Publishing;

namespace MyNumber.Cli.Authorities;

/// <summary>What the verbs of an authority share: its folder, and what is told when that is not one.</summary>
internal static class AuthorityRun
{
    /// <summary>What every verb that makes or changes something says on standard error.</summary>
    public static string Notice(Language language) => language.Pick(
        "A lab's authority: it proves nothing about anybody. Invented persons only.", "実験用の認証局です。何の証明にもなりません。架空の人物だけに使ってください。");

    public static Argument<string> Folder() => new("DIR") { HelpName = "DIR", Description = "The authority's folder." };

    /// <summary>Opens the folder, does the work, and says what failed.</summary>
    public static ExitCode With(string path, VerbContext context, TimeProvider clock, Func<AuthorityFolder, Task<ExitCode>> work, OcspResponderOptions? responder = null) => Guard(context, async () =>
    {
        using AuthorityFolder folder = await AuthorityFolder.OpenAsync(path, clock, context.Cancellation, responder).ConfigureAwait(false);
        return await work(folder).ConfigureAwait(false);
    });

    /// <summary>Does the work, and says what failed. Neither the path nor what a file holds is in the message.</summary>
    public static ExitCode Guard(VerbContext context, Func<Task<ExitCode>> work)
    {
        try
        {
            return work().GetAwaiter().GetResult();
        }
        catch (FormatException fault)
        {
            return context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick($"The authority cannot be opened: {fault.Message}", $"認証局を開けません。設定・鍵・記録のいずれかが壊れているか、組み合わせが違います: {fault.Message}")]);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick("There is no authority in the folder; ca init makes one.", "フォルダーに認証局がありません。ca init で作成します。")]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick($"The folder cannot be used: {fault.GetType().Name}.", $"フォルダーを使えません: {fault.GetType().Name}")]);
        }
    }
}
