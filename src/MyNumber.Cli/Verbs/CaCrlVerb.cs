using System.CommandLine;
using System.Globalization;
using MyNumber.Cli.Authorities;
using MyNumber.Cli.Certificates.Inspection;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Cli.Verbs;

/// <summary><c>ca crl DIR</c>: publishes the lists that are due, and writes the lists that stand into a folder.</summary>
internal sealed class CaCrlVerb(TimeProvider clock) : IVerb
{
    private readonly Argument<string> _folder = AuthorityRun.Folder();
    private readonly Option<bool> _now = new("--now") { Description = "Publish every list out of turn, as of now; without it what is due by the day." };
    private readonly Option<string?> _out = new("--out") { Description = "A folder that gets all lists that stand, such as auth-3-full.crl; files of these names are replaced.", HelpName = "DIR" };

    public Command Describe() => new("crl", "Publish revocation lists (失効リスト). Exit codes: 0 done, also when nothing was due; 2 the command line is wrong; 3 a file or the folder cannot be used.")
    {
        _folder, _now, _out,
    };

    public ExitCode Run(ParseResult parsed, VerbContext context) => AuthorityRun.With(parsed.GetValue(_folder)!, context, clock, async folder =>
    {
        IReadOnlyList<PublishedCrl> published = parsed.GetValue(_now)
            ? await folder.Authority.Schedule.PublishNowAsync(context.Cancellation).ConfigureAwait(false)
            : await folder.Authority.Schedule.PublishDueAsync(context.Cancellation).ConfigureAwait(false);
        if (parsed.GetValue(_out) is { } path)
        {
            Directory.CreateDirectory(path);
            foreach (PublishedCrl list in await StandingAsync(folder, context.Cancellation).ConfigureAwait(false))
            {
                string file = Path.Combine(path, NameOf(list));
                await File.WriteAllBytesAsync($"{file}.new", list.Encoded.ToArray(), context.Cancellation).ConfigureAwait(false);
                File.Move($"{file}.new", file, overwrite: true);
            }
        }

        foreach (PublishedCrl list in published)
        {
            Tell(context, list);
        }

        if (published.Count == 0)
        {
            context.Report.Notice(context.Language.Pick("No list is due.", "発行時刻に達した失効リストはありません。"));
        }

        return ExitCode.Done;
    });

    private static async Task<IEnumerable<PublishedCrl>> StandingAsync(AuthorityFolder folder, CancellationToken cancellation)
    {
        Dictionary<string, PublishedCrl> standing = new(StringComparer.Ordinal);
        await foreach (RegisterEntry entry in folder.Register.ReadAsync(0, cancellation).ConfigureAwait(false))
        {
            foreach (PublishedCrl list in entry.Lists)
            {
                standing[NameOf(list)] = list;
            }
        }

        return standing.Values;
    }

    private static string NameOf(PublishedCrl list) =>
        string.Create(CultureInfo.InvariantCulture, $"{(list.Purpose == CertificatePurpose.Signature ? "sign" : "auth")}-{list.Generation}-{list.Scope}.crl");

    private static void Tell(VerbContext context, PublishedCrl list)
    {
        string from = $"{list.ThisUpdate.UtcDateTime:u}", to = $"{list.NextUpdate.UtcDateTime:u}";
        string? partition = ListPartition.Find(list.Encoded);
        context.Report.Answer(string.Create(CultureInfo.InvariantCulture, $"{NameOf(list)}  {list.Number}  {from}  {to}  {partition ?? context.Language.Pick("all", "全体")}"), writer =>
        {
            writer.WriteString("file", NameOf(list));
            writer.WriteString("purpose", list.Purpose.ToString());
            writer.WriteNumber("generation", list.Generation);
            writer.WriteString("scope", list.Scope);
            writer.WriteString("partitionName", partition);
            writer.WriteNumber("number", list.Number);
            writer.WriteString("thisUpdate", from.Replace(' ', 'T'));
            writer.WriteString("nextUpdate", to.Replace(' ', 'T'));
        });
    }
}
