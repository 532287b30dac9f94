using System.Net;
using Microsoft.AspNetCore.Http;
using MyNumber.Linkage.AspNetCore.Client;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.AspNetCore.Tests.Client;

/// <summary>Servers that fail, lie or are others. Nothing but <see cref="IOException"/> and <see cref="TimeoutException"/> comes out.</summary>
public sealed class CoreLineTests : IAsyncLifetime
{
    private static readonly byte[] _waiting = MessageEncoding.Write(InquiryAnswer.Wait(Samples.Inquiry));
    private FakeServer _server = null!;

    public static TheoryData<string, Func<HttpContext, Task>> Answers => new()
    {
        { "refused", context => Status(context, 403) },
        { "no message", context => Status(context, 400) },
        { "too long", context => Status(context, 413) },
        { "failed", context => Status(context, 503) },
        { "somewhere else", context => Elsewhere(context) },
        { "created", context => Status(context, 201) },
        { "nothing", context => Status(context, 204) },
        { "empty", context => FakeServer.WriteAsync(context, []) },
        { "text", context => FakeServer.WriteAsync(context, "answer"u8.ToArray()) },
        { "cut off", context => FakeServer.WriteAsync(context, _waiting[..^1]) },
        { "one byte more", context => FakeServer.WriteAsync(context, [.. _waiting, 0]) },
        { "another kind of message", context => FakeServer.WriteAsync(context, Samples.ReplyBytes) },
        { "another media type", context => FakeServer.WriteAsync(context, _waiting, "application/octet-stream") },
        { "a parameter", context => FakeServer.WriteAsync(context, _waiting, "application/vnd.mynumber.linkage+der; version=1") },
        { "another inquiry", context => FakeServer.WriteAsync(context, MessageEncoding.Write(InquiryAnswer.Wait(InquiryId.Create(Samples.Now)))) },
        { "no length", context => WithoutLength(context) },
        { "longer than is read", context => FakeServer.WriteAsync(context, new byte[2_000]) },
    };

    public async Task InitializeAsync() => _server = await FakeServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Answer_comes_through_over_both_versions()
    {
        _server.Answer = (context, _) => FakeServer.WriteAsync(context, _waiting);
        foreach (Version version in new[] { HttpVersion.Version11, HttpVersion.Version20 })
        {
            LinkageClientOptions options = _server.Options();
            options.HttpVersion = version;
            using HttpCoreLine line = new(options);
            (await line.InquireAsync(Samples.Request)).State.ShouldBe(AnswerState.Waiting);
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answer_that_is_none_is_a_failed_line_and_is_not_asked_for_again(string row, Func<HttpContext, Task> answer)
    {
        _server.Answer = (context, _) => answer(context);
        LinkageClientOptions options = _server.Options();
        options.MostBytes = 1_000;
        using HttpCoreLine line = new(options);
        IOException failure = await Should.ThrowAsync<IOException>(async () => await line.InquireAsync(Samples.Request), row);
        failure.ToString().ShouldNotContain(Samples.Inquiry.ToString(), Case.Insensitive, row);
        _server.Calls.ShouldBe(1, row);
        (await Should.ThrowAsync<IOException>(async () => await line.CollectAsync(Samples.Inquiry), row)).ShouldNotBeNull(row);
        (await Should.ThrowAsync<IOException>(async () => await line.DeliverAsync(Samples.Reply), row)).ShouldNotBeNull(row);
    }

    [Theory]
    [InlineData("taken", new byte[] { 1, 1, 0xFF }, true)]
    [InlineData("not taken", new byte[] { 1, 1, 0 }, false)]
    public async Task Delivery_is_told(string row, byte[] answer, bool isTaken)
    {
        _server.Answer = (context, _) => FakeServer.WriteAsync(context, answer);
        using HttpCoreLine line = _server.CoreLine();
        (await line.DeliverAsync(Samples.Reply)).ShouldBe(isTaken, row);
    }

    [Theory]
    [InlineData("HTTP/1.1", 1)]
    [InlineData("HTTP/2", 2)]
    public async Task Server_that_dies_in_mid_answer_is_asked_again(string row, int version)
    {
        _server.Answer = (context, call) => call == 1 ? DieInMidAnswerAsync(context) : FakeServer.WriteAsync(context, _waiting);
        using HttpCoreLine line = _server.CoreLine(version);
        (await line.InquireAsync(Samples.Request)).State.ShouldBe(AnswerState.Waiting);
        _server.Calls.ShouldBe(2, row);
    }

    [Theory]
    [InlineData("HTTP/1.1", 1)]
    [InlineData("HTTP/2", 2)]
    public async Task Server_that_always_dies_in_mid_answer_is_a_failed_line_after_the_last_attempt(string row, int version)
    {
        _server.Answer = (context, _) => DieInMidAnswerAsync(context);
        LinkageClientOptions options = _server.Options(version);
        options.Attempts = 3;
        using HttpCoreLine line = new(options);
        await Should.ThrowAsync<IOException>(async () => await line.InquireAsync(Samples.Request));
        _server.Calls.ShouldBe(3, row);
    }

    [Theory]
    [InlineData("HTTP/1.1", 1)]
    [InlineData("HTTP/2", 2)]
    public async Task Server_that_never_answers_is_given_up_at_its_time(string row, int version)
    {
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Answer = (context, _) => NeverAsync(context, arrived);
        using HttpCoreLine line = _server.CoreLine(version);
        Task<InquiryAnswer> call = line.InquireAsync(Samples.Request).AsTask();
        await arrived.Task;
        _server.Clock.Advance(TimeSpan.FromSeconds(29));
        call.IsCompleted.ShouldBeFalse();
        _server.Clock.Advance(TimeSpan.FromSeconds(1));
        await Should.ThrowAsync<TimeoutException>(() => call);
        _server.Calls.ShouldBe(1, row);
    }

    [Fact]
    public async Task Who_gives_up_is_not_told_of_a_failed_line()
    {
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Answer = (context, _) => NeverAsync(context, arrived);
        using CancellationTokenSource given = new();
        using HttpCoreLine line = _server.CoreLine();
        Task<InquiryAnswer> call = line.InquireAsync(Samples.Request, given.Token).AsTask();
        await arrived.Task;
        await given.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Nobody_who_listens_is_a_failed_line()
    {
        using HttpCoreLine line = _server.CoreLine();
        await _server.StopAsync();
        await Should.ThrowAsync<IOException>(async () => await line.InquireAsync(Samples.Request));
    }

    [Fact]
    public async Task Body_that_poses_as_the_core_is_not_talked_to()
    {
        await using FakeServer body = await FakeServer.StartAsync(new LinkagePeer(ChildAllowance.Insurer));
        using HttpCoreLine line = body.CoreLine();
        await Should.ThrowAsync<IOException>(async () => await line.InquireAsync(Samples.Request));
        body.Calls.ShouldBe(0);
        using HttpProviderLine right = new(ChildAllowance.Insurer, body.Identities.OptionsOf(LinkagePeer.Core, body.Address));
        using HttpProviderLine wrong = new(ChildAllowance.TaxCity, body.Identities.OptionsOf(LinkagePeer.Core, body.Address));
        body.Answer = (context, _) => Status(context, 204);
        (await right.ProvideAsync(Samples.Provision(ChildAllowance.Insurer))).ShouldBeNull();
        await Should.ThrowAsync<IOException>(async () => await wrong.ProvideAsync(Samples.Provision(ChildAllowance.Insurer)));
        body.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Server_of_another_network_is_not_talked_to()
    {
        await using FakeServer other = await FakeServer.StartAsync();
        using HttpCoreLine line = new(_server.Identities.OptionsOf(ChildAllowance.City, other.Address));
        await Should.ThrowAsync<IOException>(async () => await line.InquireAsync(Samples.Request));
        other.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Server_whose_certificate_expired_is_not_talked_to()
    {
        _server.Clock.Advance(TimeSpan.FromDays(366));
        using HttpCoreLine line = _server.CoreLine();
        await Should.ThrowAsync<IOException>(async () => await line.InquireAsync(Samples.Request));
        _server.Calls.ShouldBe(0);
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Elsewhere(HttpContext context)
    {
        context.Response.Headers.Location = "/";
        return Status(context, 307);
    }

    private static async Task WithoutLength(HttpContext context)
    {
        context.Response.ContentType = "application/vnd.mynumber.linkage+der";
        await context.Response.StartAsync();
        await context.Response.Body.WriteAsync(_waiting);
    }

    private static async Task DieInMidAnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/vnd.mynumber.linkage+der";
        context.Response.ContentLength = _waiting.Length;
        await context.Response.Body.WriteAsync(_waiting.AsMemory(0, 10));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static async Task NeverAsync(HttpContext context, TaskCompletionSource arrived)
    {
        arrived.TrySetResult();
        TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration ends = context.RequestAborted.Register(() => gone.TrySetResult());
        await gone.Task;
    }
}
