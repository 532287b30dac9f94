using System.Net;
using System.Net.Http.Headers;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Wire;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.AspNetCore.Tests.Server;

/// <summary>What a pinned body may send wrong. Nothing of it reaches the line, and answers have no content.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private ServerWorld _world = null!;
    private HttpClient _body = null!;

    public static TheoryData<string, string, byte[]> NoMessages
    {
        get
        {
            byte[] inquiry = Samples.InquiryBytes;
            return new TheoryData<string, string, byte[]>
            {
                { "nothing", LinkageWire.Inquiries, [] },
                { "text", LinkageWire.Inquiries, "inquiry"u8.ToArray() },
                { "zeros", LinkageWire.Inquiries, new byte[200] },
                { "cut off", LinkageWire.Inquiries, inquiry[..^1] },
                { "one byte more", LinkageWire.Inquiries, [.. inquiry, 0] },
                { "length that lies", LinkageWire.Inquiries, [0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF, .. inquiry] },
                { "indefinite length", LinkageWire.Inquiries, [0x30, 0x80, .. inquiry[2..], 0, 0] },
                { "reply as inquiry", LinkageWire.Inquiries, Samples.ReplyBytes },
                { "inquiry as reply", LinkageWire.Replies, inquiry },
                { "cut off reply", LinkageWire.Replies, Samples.ReplyBytes[..20] },
                { "no id", LinkageWire.Collections, [0x04, 0x00] },
                { "short id", LinkageWire.Collections, [0x04, 0x0F, .. new byte[15]] },
                { "id of another version", LinkageWire.Collections, [0x04, 0x10, .. new byte[16]] },
                { "inquiry as delivery", LinkageWire.Deliveries, inquiry },
                { "inquiry as question for records", LinkageWire.PersonRecords, inquiry },
                { "inquiry as request for a number", LinkageWire.Openings, inquiry },
                { "no acquisition number", LinkageWire.CodeCollections, [0x30, 0x08, 2, 1, 1, 2, 1, 63, 4, 0] },
                { "short acquisition number", LinkageWire.Confirmations, [0x30, 0x09, 2, 1, 1, 2, 1, 63, 4, 1, 7] },
                { "no notices wanted", LinkageWire.Notices, [0x30, 0x09, 2, 1, 1, 2, 1, 0x41, 2, 1, 0] },
                { "less than no notices", LinkageWire.Notices, [0x30, 0x09, 2, 1, 1, 2, 1, 0x41, 2, 1, 0xFF] },
                { "inquiry as notices", LinkageWire.TakenNotices, inquiry },
                { "inquiry as question of a day", LinkageWire.Days, inquiry },
                { "day of a party that is not here", LinkageWire.Days, DayLineEncoding.Write(new LogOwner(ChildAllowance.Insurer), default(RecordScope) with { Inquirer = ChildAllowance.City }, [DayRange.Whole]) },
                { "more heads than are shown", LinkageWire.Heads, HeadLineEncoding.Write(LogOwner.Core, 0, IHeadLine.MostHeads + 1) },
                { "no heads wanted", LinkageWire.Heads, HeadLineEncoding.Write(LogOwner.Core, 0, 0) },
                { "heads of a party that is not here", LinkageWire.Heads, HeadLineEncoding.Write(new LogOwner(ChildAllowance.Insurer), 0, 1) },
                { "growth from nowhere", LinkageWire.Growth, HeadLineEncoding.Write(LogOwner.Core, HeadLineEncoding.Latest, 1) },
                { "id and more", LinkageWire.Collections, [0x04, 0x10, .. Samples.Inquiry.Value.ToByteArray(bigEndian: true), 0] },
            };
        }
    }

    public async Task InitializeAsync()
    {
        _world = await ServerWorld.StartAsync();
        _body = _world.ClientOf(ServerWorld.City);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Well_formed_message_comes_through()
    {
        using HttpResponseMessage response = await _body.PostAsync(LinkageWire.Inquiries, ServerWorld.Message(Samples.InquiryBytes));
        (response.StatusCode, response.Content.Headers.ContentType!.ToString(), _world.Line.Calls).ShouldBe((HttpStatusCode.OK, "application/vnd.mynumber.linkage+der", 1));
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        MessageEncoding.ReadAnswer(await response.Content.ReadAsByteArrayAsync())!.State.ShouldBe(AnswerState.Waiting);
    }

    [Theory]
    [MemberData(nameof(NoMessages))]
    public async Task No_message_of_the_kind_is_refused(string row, string path, byte[] bytes) =>
        await RefusedAsync(row, await _body.PostAsync(path, ServerWorld.Message(bytes)), HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("none", null)]
    [InlineData("bytes", "application/octet-stream")]
    [InlineData("JSON", "application/json")]
    [InlineData("a parameter", LinkageWire.MediaType + "; version=1")]
    [InlineData("a form", "multipart/form-data; boundary=x")]
    public async Task Another_media_type_is_refused(string row, string? mediaType) =>
        await RefusedAsync(row, await _body.PostAsync(LinkageWire.Inquiries, ServerWorld.Message(Samples.InquiryBytes, mediaType)), HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task Packed_message_is_refused()
    {
        ByteArrayContent content = ServerWorld.Message(Samples.InquiryBytes);
        content.Headers.ContentEncoding.Add("gzip");
        await RefusedAsync("gzip", await _body.PostAsync(LinkageWire.Inquiries, content), HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("told beforehand", false)]
    [InlineData("in pieces", true)]
    public async Task Message_that_is_too_long_is_refused(string row, bool inPieces)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, LinkageWire.Inquiries) { Content = ServerWorld.Message(new byte[ServerWorld.MostBytes + 1]) };
        request.Headers.TransferEncodingChunked = inPieces;
        await RefusedAsync(row, await _body.SendAsync(request), HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("another verb", "GET", LinkageWire.Inquiries, HttpStatusCode.MethodNotAllowed)]
    [InlineData("another path", "POST", "/linkage/v1/core/inquiry", HttpStatusCode.NotFound)]
    [InlineData("another version", "POST", "/linkage/v2/core/inquiries", HttpStatusCode.NotFound)]
    [InlineData("the root", "POST", "/", HttpStatusCode.NotFound)]
    public async Task Nothing_else_is_there(string row, string verb, string path, HttpStatusCode status)
    {
        using HttpRequestMessage request = new(new HttpMethod(verb), path) { Content = verb == "POST" ? ServerWorld.Message(Samples.InquiryBytes) : null };
        await RefusedAsync(row, await _body.SendAsync(request), status);
    }

    [Fact]
    public async Task Message_that_breaks_off_reaches_no_line()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, LinkageWire.Inquiries) { Content = new BrokenContent(Samples.InquiryBytes) };
        await Should.ThrowAsync<HttpRequestException>(() => _body.SendAsync(request));
        _world.Line.Calls.ShouldBe(0);
        using HttpResponseMessage next = await _body.PostAsync(LinkageWire.Inquiries, ServerWorld.Message(Samples.InquiryBytes));
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Failure_behind_the_line_shows_no_more_than_its_type()
    {
        _world.Line.Failure = new InvalidOperationException($"secret {Samples.CodeText}");
        await RefusedAsync("failure", await _body.PostAsync(LinkageWire.Inquiries, ServerWorld.Message(Samples.InquiryBytes)), HttpStatusCode.ServiceUnavailable, calls: 1);
        _world.Logs.Text.ShouldContain("/linkage/v1/core/inquiries failed for agency 101: InvalidOperationException");
        _world.Logs.Text.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Logs_hold_nothing_of_messages()
    {
        await _body.PostAsync(LinkageWire.Inquiries, ServerWorld.Message(Samples.InquiryBytes));
        await _body.PostAsync(LinkageWire.Inquiries, ServerWorld.Message(Samples.InquiryBytes[..^1]));
        await _body.PostAsync(LinkageWire.Collections, ServerWorld.Message([0x04, 0x10, .. Samples.Inquiry.Value.ToByteArray(bigEndian: true)]));
        string text = _world.Logs.Text;
        text.ShouldContain("/linkage/v1/core/inquiries");
        foreach (string part in new[] { "AAAAAAAA", Samples.Inquiry.ToString(), "child-allowance", "clerk" })
        {
            text.ShouldNotContain(part, Case.Insensitive);
        }
    }

    [Fact]
    public async Task Health_is_told_to_a_pinned_peer()
    {
        using HttpResponseMessage response = await _body.GetAsync(LinkageWire.Health);
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using HttpResponseMessage core = await _world.ClientOf(LinkagePeer.Core).GetAsync(LinkageWire.Health);
        core.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private async Task RefusedAsync(string row, HttpResponseMessage response, HttpStatusCode status, int calls = 0)
    {
        using (response)
        {
            response.StatusCode.ShouldBe(status, row);
            (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty(row);
            _world.Line.Calls.ShouldBe(calls, row);
        }
    }

    private sealed class BrokenContent : HttpContent
    {
        private readonly byte[] _bytes;

        public BrokenContent(byte[] bytes)
        {
            _bytes = bytes;
            Headers.ContentType = new MediaTypeHeaderValue(LinkageWire.MediaType);
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_bytes.AsMemory(0, 20));
            await stream.FlushAsync();
            throw new IOException("The sender dies.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return true;
        }
    }
}
