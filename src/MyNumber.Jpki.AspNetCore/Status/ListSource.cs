using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Revocation.Crl.Download;
using MyNumber.Jpki.Revocation.Crl.Storage;

namespace MyNumber.Jpki.AspNetCore.Status;

/// <summary>Folder and downloads of one purpose.</summary>
internal sealed class ListSource
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    private readonly JpkiLists _lists;
    private readonly PurposeLists _purpose;
    private readonly JpkiOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly CrlFolder? _folder;
    private readonly CrlDownloader? _downloader;

    /// <exception cref="OptionsValidationException">The folder cannot be made; the message says what to do.</exception>
    public ListSource(IServiceProvider services, JpkiLists lists, PurposeLists purpose, JpkiOptions options, TimeProvider clock, ILogger logger)
    {
        _lists = lists;
        _purpose = purpose;
        _options = options;
        _clock = clock;
        _logger = logger;
        _folder = Open();
        _downloader = purpose.Addresses.Count == 0
            ? null
            : new CrlDownloader(
                FactoryHandler.CreateClient(services, JpkiHttpClients.Crl), lists.Store, purpose.Anchors, options.CrlDownload with { Addresses = purpose.Addresses, Folder = _folder }, clock);
    }

    public bool Downloads => _downloader is not null;

    /// <summary>Takes in what the folder has. When all of it is past its end newer lists are asked for once.</summary>
    /// <exception cref="OptionsValidationException">Every list is past its end; the message says what to do.</exception>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<CrlFolderRow> rows = _folder is null ? [] : await _folder.LoadAsync(cancellationToken).ConfigureAwait(false);
        int taken = rows.Count(row => row.Reason == VerificationReason.None);
        if (_folder is not null)
        {
            ListLog.Restored(_logger, _purpose.Purpose, taken, rows.Count - taken);
        }

        if (taken == 0 || !IsEveryListPast())
        {
            return;
        }

        await FetchOnceAsync(cancellationToken).ConfigureAwait(false);
        if (IsEveryListPast())
        {
            RefuseUnlessAllowed();
        }
    }

    public Task FetchAsync(CancellationToken stop) => _downloader!.RunAsync(Report, stop);

    public void ReportEnd(Exception failure, TimeSpan wait) => ListLog.LoopEnded(_logger, _purpose.Purpose, failure.GetType().Name, wait);

    private bool IsEveryListPast()
    {
        ListPicture picture = _lists.Picture(_purpose, _clock.GetUtcNow(), TimeSpan.Zero);
        return picture.Count == picture.PastEnd;
    }

    private async Task FetchOnceAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(LongestStart, _clock);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            foreach (CrlDownloadOutcome outcome in _downloader is null ? [] : await _downloader.RefreshAsync(both.Token).ConfigureAwait(false))
            {
                Report(outcome);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Enough time was given; what is held decides.
        }
    }

    private void RefuseUnlessAllowed()
    {
        if (!_options.StartEvenThoughEveryKeptListIsPastItsNextUpdate)
        {
            throw Wrong($"Every list of {_purpose.Purpose} in CrlFolder '{_options.CrlFolder}' is past its nextUpdate and no newer one could be fetched: make {_purpose.Purpose}.CrlAddresses reachable, "
                + "put this computer's clock right, or set StartEvenThoughEveryKeptListIsPastItsNextUpdate to start without them.");
        }

        ListLog.PastTheirEnd(_logger, _purpose.Purpose);
    }

    private CrlFolder? Open()
    {
        try
        {
            return _purpose.Folder is null ? null : new CrlFolder(_purpose.Folder, _lists.Store, _purpose.Anchors);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Wrong($"CrlFolder '{_options.CrlFolder}' cannot be made or opened: name a folder that this process may write to, or leave CrlFolder out to keep lists in memory only.");
        }
    }

    private static OptionsValidationException Wrong(string problem) => new(Options.DefaultName, typeof(JpkiOptions), [problem]);

    private void Report(CrlDownloadOutcome outcome)
    {
        _lists.Note(outcome);
        string address = outcome.Address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped); // no credentials, no query
        switch (outcome.State)
        {
            case CrlDownloadState.Taken:
                ListLog.Taken(_logger, _purpose.Purpose, address);
                break;
            case CrlDownloadState.NotModified:
                ListLog.Unchanged(_logger, _purpose.Purpose, address);
                break;
            default:
                ListLog.NotTaken(_logger, _purpose.Purpose, address, outcome.State, outcome.Reason, outcome.HttpStatus, outcome.Failures, outcome.Due);
                break;
        }

        if (outcome is { State: CrlDownloadState.Taken, IsSaved: false } && _folder is not null)
        {
            ListLog.NotSaved(_logger, _purpose.Purpose);
        }
    }
}
