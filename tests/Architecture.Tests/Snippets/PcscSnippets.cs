using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Pcsc;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Monitoring;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace MyNumber.Architecture.Tests.Documents;

/// <summary>They need a reader, so they are compiled here and run by tests/PcscTests, which links this file.</summary>
internal static class PcscSnippets
{
    public static async Task<string> ReadLabelAsync()
    {
        #region pcsc-first-read
        PcscReader reader = new PcscReaders().FindWithCard() ?? throw new InvalidOperationException("カードを置いてください。");
        using CardSession session = CardSession.Open(await reader.ConnectAsync());      // disposing powers the card down
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        string label = await jpki.ReadTokenLabelAsync();
        #endregion
        return label;
    }

    public static void Tell(TextWriter log)
    {
        #region pcsc-errors
        try
        {
            foreach (PcscReader reader in new PcscReaders().List())
            {
                log.WriteLine($"{reader.Name}: {reader.ReadCardState()}");
            }
        }
        catch (PcscException failure)
        {
            PcscAdvice advice = failure.Error.Japanese;                                 // or failure.Error.English
            log.WriteLine($"{advice.What}{advice.Remedy} ({failure.Error.Symbol})");    // PC/SCサービスが動いていません。Linuxでは…
        }
        #endregion
    }

    public static async Task<bool> VerifyAsync(PcscReader reader, Func<Task<CardPin>> askHolder)
    {
        #region pcsc-transaction
        PcscConnectOptions free = new() { HoldTransaction = false };
        PcscConnection connection = await reader.ConnectAsync(free);
        using CardSession session = CardSession.Open(connection);
        using CardPin pin = await askHolder();                                          // takes the holder's time; others may use the card
        using PcscTransaction transaction = await connection.BeginTransactionAsync();   // from here on they wait
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        PinVerification attempt = await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin);
        #endregion
        return attempt.IsVerified;
    }

    public static async Task WatchAsync(TextWriter log, CancellationToken cancellationToken)
    {
        #region pcsc-events
        await foreach (ReaderEvent told in new PcscMonitor().WatchAsync(cancellationToken))
        {
            string line = told.Kind switch
            {
                ReaderEventKind.CardInserted when told.Error is { } mute => $"{told.Reader}: {mute.Japanese.What}",
                ReaderEventKind.CardInserted => $"{told.Reader}: カードが置かれました。",
                ReaderEventKind.CardRemoved => $"{told.Reader}: カードが取り除かれました。",
                ReaderEventKind.ServiceLost => $"{told.Error!.Japanese.What}{told.Error.Japanese.Remedy}",
                _ => $"{told.Kind} {told.Reader}",
            };
            log.WriteLine(line);
        }
        #endregion
    }
}
