using MyNumber.Cli.Contract;
using MyNumber.Cli.Reading;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Revocation.Stapling;

namespace MyNumber.Cli.Certificates;

/// <summary>The sources of a plan, opened.</summary>
internal sealed class StatusSources : IDisposable
{
    private const int MostStapledBytes = 1 << 20;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly List<IRevocationSource> _sources = [];
    private readonly List<UnusedList> _unused = [];

    private StatusSources()
    {
    }

    /// <summary>What to ask.</summary>
    public IRevocationSource Source { get; private set; } = new StatusNotAsked();

    /// <summary>The lists that are not used.</summary>
    public IReadOnlyList<UnusedList> UnusedLists => _unused;

    /// <summary>Opens them; otherwise says why not. A list that is none, is damaged, or that the anchors did not sign is told and left out.</summary>
    public static StatusSources? Open(StatusPlan plan, TrustAnchorSet anchors, TimeProvider clock, VerbContext context)
    {
        StatusSources sources = new();
        if (!plan.IsNotAsking && !sources.Take(plan, anchors, clock, context))
        {
            sources.Dispose();
            return null;
        }

        return sources;
    }

    public void Dispose() => _http.Dispose();

    private bool Take(StatusPlan plan, TrustAnchorSet anchors, TimeProvider clock, VerbContext context)
    {
        if (plan.Stapled is not null)
        {
            if (FileBytes.Read(plan.Stapled, StatusOptions.StapledName, context, MostStapledBytes) is not { } response)
            {
                return false;
            }

            _sources.Add(new StapledStatusSource(PemText.Decode(response), new OcspOptions(), clock));
        }

        if (plan.Ocsp is not null)
        {
            _sources.Add(new OcspClient(_http, new OcspOptions { ResponderAddress = plan.Ocsp }, clock));
        }

        if (plan.Lists.Count != 0)
        {
            CrlStore store = new(clock);
            if (!plan.Lists.Index().All(list => Add(store, list.Item, list.Index + 1, anchors, context)))
            {
                return false;
            }

            _sources.Add(store);
        }

        Source = _sources.Count == 1 ? _sources[0] : new RevocationSourceSequence(plan.Policy, clock, _sources);
        return true;
    }

    private bool Add(CrlStore store, string path, int place, TrustAnchorSet anchors, VerbContext context)
    {
        if (!InputFile.TryOpen(path, context, out Stream? stream, out string reason))
        {
            context.Report.Fail(ExitCode.Undetermined, [$"{StatusOptions.ListName}: {reason}"]);
            return false;
        }

        try
        {
            using PeekedStream peeked = PeekedStream.Over(stream!, context.Cancellation);
            byte[]? text = null;
            if (PemText.Begins(peeked.Head) && (text = FileBytes.Read(peeked, path, StatusOptions.ListName, context, PemText.MostBytes)) is null)
            {
                return false;
            }

            using Stream list = text is null ? peeked : new MemoryStream(PemText.Decode(text).ToArray());
            VerificationReason refusal = store.AddAsync(list, anchors, context.Cancellation).GetAwaiter().GetResult();
            if (refusal != VerificationReason.None)
            {
                UnusedList unused = new(StatusOptions.ListName, place, refusal);
                _unused.Add(unused);
                context.Report.Notice(unused.Text(context.Language));
            }

            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            context.Report.Fail(ExitCode.Undetermined, [$"{StatusOptions.ListName}: {InputFile.Explain(fault, path, context.Language)}"]);
            return false;
        }
    }
}
