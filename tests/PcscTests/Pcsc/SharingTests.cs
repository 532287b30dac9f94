using MyNumber.Card.Pcsc;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.PcscTests.Harness;
using MyNumber.TestKit;

namespace MyNumber.PcscTests.Pcsc;

/// <summary>Two connections to one card: what pcscd does with transactions and resets.</summary>
[Collection(PcscCollection.Name)]
public sealed class SharingTests(PcscDaemon daemon)
{
    [SkippableFact]
    public async Task Transaction_keeps_a_second_connection_out()
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        using PcscConnection first = PcscCard.First.Connect(PcscConnectOptions.Default);
        PcscConnectOptions hasty = new() { WaitForOthers = TimeSpan.FromMilliseconds(300) };
        Should.Throw<PcscException>(() => PcscCard.First.Connect(hasty)).Cause.ShouldBe(PcscCause.CardInUse);
        (await Should.ThrowAsync<PcscException>(PcscCard.First.ConnectAsync(hasty).Soon())).Cause.ShouldBe(PcscCause.CardInUse);
        first.Send(PcscCard.SelectJpki).ShouldBe("9000");
    }

    [SkippableFact]
    public async Task Second_connection_waits_for_the_end_of_the_first()
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        PcscConnection first = PcscCard.First.Connect(PcscConnectOptions.Default);
        Task<PcscConnection> waiting = PcscCard.First.ConnectAsync();
        first.Send(PcscCard.SelectJpki).ShouldBe("9000");
        first.Send(PcscCard.SelectLoginPin).ShouldBe("9000");
        first.Send(PcscCard.VerifyLogin).ShouldBe("9000");
        waiting.IsCompleted.ShouldBeFalse();
        first.Dispose();
        using PcscConnection second = await waiting.Soon();
        second.Send(PcscCard.SelectLoginPin).ShouldBe("6A82");
        second.Send(PcscCard.SelectJpki).ShouldBe("9000");
    }

    [SkippableFact]
    public async Task Command_of_another_connection_waits_for_the_end_of_the_transaction()
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        using PcscConnection first = PcscCard.First.Connect(PcscCard.Free);
        using PcscConnection second = PcscCard.First.Connect(PcscCard.Free);
        PcscTransaction transaction = first.BeginTransaction();
        byte[] response = new byte[258];
        Task<int> waiting = second.TransmitAsync(PcscCard.SelectJpki, response).AsTask();
        first.Send(PcscCard.SelectJpki).ShouldBe("9000");
        first.Send(PcscCard.SelectLoginPin).ShouldBe("9000");
        waiting.IsCompleted.ShouldBeFalse();
        transaction.Dispose();
        (await waiting.Soon()).ShouldBe(2);
    }

    [SkippableFact]
    public async Task Reset_by_another_program_is_told_and_takes_the_pins()
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        using PcscConnection connection = PcscCard.First.Connect(PcscCard.Free);
        connection.Send(PcscCard.SelectJpki).ShouldBe("9000");
        connection.Send(PcscCard.SelectLoginPin).ShouldBe("9000");
        connection.Send(PcscCard.VerifyLogin).ShouldBe("9000");
        PcscCard.First.Connect(PcscCard.Free).Dispose();
        Should.Throw<PcscException>(() => connection.Send(PcscCard.SelectLoginKey)).Cause.ShouldBe(PcscCause.CardReset);
        connection.Send(PcscCard.SelectLoginKey).ShouldBe("6A82");
        connection.Send(PcscCard.SelectJpki).ShouldBe("9000");
    }

    [SkippableFact]
    public async Task Reset_by_a_program_that_nobody_here_wrote_is_told()
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        using PcscConnection connection = PcscCard.First.Connect(PcscCard.Free);
        connection.Send(PcscCard.SelectJpki).ShouldBe("9000");
        OutsideProgram.Require("opensc-tool", "opensc").Run("-r", "0", "--reset=warm").ExitCode.ShouldBe(0);
        Should.Throw<PcscException>(() => connection.Send(PcscCard.SelectLoginPin)).Cause.ShouldBe(PcscCause.CardReset);
        connection.Send(PcscCard.SelectJpki).ShouldBe("9000");
    }

    [SkippableFact]
    public async Task Reset_is_told_at_the_begin_of_a_transaction_too()
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        using PcscConnection connection = PcscCard.First.Connect(PcscCard.Free);
        connection.Send(PcscCard.SelectJpki).ShouldBe("9000");
        PcscCard.First.Connect(PcscCard.Free).Dispose();
        Should.Throw<PcscException>(() => connection.BeginTransaction()).Cause.ShouldBe(PcscCause.CardReset);
        using PcscTransaction transaction = connection.BeginTransaction();
        connection.Send(PcscCard.SelectJpki).ShouldBe("9000");
    }

    [SkippableFact]
    public async Task Abandoned_wait_leaves_the_other_connections_pins_open()
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        using PcscConnection first = PcscCard.First.Connect(PcscCard.Free);
        PcscTransaction transaction = first.BeginTransaction();
        using CancellationTokenSource cancel = new();
        Task<PcscConnection> waiting = PcscCard.First.ConnectAsync(cancellationToken: cancel.Token);
        first.Send(PcscCard.SelectJpki).ShouldBe("9000");
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting.Soon());
        transaction.Dispose();
        using PcscTransaction again = first.BeginTransaction();
        first.Send(PcscCard.SelectLoginPin).ShouldBe("9000");
    }
}
