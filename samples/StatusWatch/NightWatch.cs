using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Revocation.Crl.Download;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Surveys;

namespace StatusWatch;

/// <summary>The bank's machinery of one night: lists at hand first, the responder for what no list answers, a survey, and the desk that acts on its rows.</summary>
internal sealed class NightWatch : IAsyncDisposable
{
    private readonly World _world;
    private readonly OcspResponderHost _host;
    private readonly HttpClient _http = new();
    private readonly TrustAnchorSet _anchors;
    private readonly CrlStore _lists;

    private NightWatch(World world, OcspResponderHost host, NightPlan plan)
    {
        _world = world;
        _host = host;
        _anchors = world.Bank.Anchors();
        _lists = new CrlStore(world.Clock);
        OcspClient responder = new(_http, new OcspOptions { ResponderAddress = host.OcspAddress }, world.Clock);
        Line = new ResponderLine(responder, plan.OutageAt, () => Responder.Faults = OcspFaults.None with { Offline = true });
        Log = new QuestionLog(new RevocationSourceSequence(RevocationSequencePolicy.NextWhenUnreachable, _lists, Line));
        Desk = new Desk(world.Bank.Links);
    }

    public ResponderLine Line { get; }

    public QuestionLog Log { get; }

    public Desk Desk { get; }

    public Tally Tally { get; } = new();

    /// <summary>How many entries the lists have together.</summary>
    public long ListEntries => _lists.EntryCount;

    private OcspResponder Responder => _world.OtherSide.Authority.Responder;

    public static async Task<NightWatch> BeginAsync(World world, NightPlan plan) => new(world, await world.OtherSide.ServeAsync(), plan);

    /// <summary>Fetches the list of each district for the two newest generations of keys.</summary>
    public Task<IReadOnlyList<CrlDownloadOutcome>> FetchListsAsync()
    {
        Uri[] addresses = [.. District.All.SelectMany(district => new[] { "current", "previous" }.Select(
            generation => new Uri(_host.CrlAddress, $"sign/{generation}/{district.Municipality.Code}.crl")))];
        return new CrlDownloader(_http, _lists, _anchors, new CrlDownloadOptions { Addresses = addresses }, _world.Clock).RefreshAsync();
    }

    /// <summary>Runs the survey and acts on each row before its checkpoint counts.</summary>
    /// <param name="accounts">Whom.</param>
    /// <param name="token">The checkpoint of an earlier run, as it was stored.</param>
    /// <param name="progress">Told how many rows there were.</param>
    /// <returns>The checkpoint behind the last row.</returns>
    public async Task<string?> RunAsync(ISurveySource accounts, string? token = null, IProgress<long>? progress = null)
    {
        StatusSurvey survey = new(_world.Bank.CreateValidator(Log), StatusCheckPurpose.LivenessCheck);
        SurveyCheckpoint.TryParse(token, out SurveyCheckpoint? from);
        await foreach (SurveyRow row in survey.RunAsync(accounts, from))
        {
            await Desk.ActAsync(row);
            Tally.Take(row);
            token = row.Checkpoint.ToToken();
            progress?.Report(row.Checkpoint.Summary.Rows);
        }

        return token;
    }

    /// <summary>The responder is back.</summary>
    public void Recover() => Responder.Faults = OcspFaults.None;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }
}
