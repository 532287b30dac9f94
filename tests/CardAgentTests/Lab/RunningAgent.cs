using System.Security.Cryptography;
using CardAgent;
using CardAgent.Cards;
using CardAgent.Guards;
using Microsoft.Extensions.Logging;
using MyNumber.Card.Channels;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Services;
using MyNumber.Testing;

namespace CardAgentTests.Lab;

/// <summary>An agent on a free port with a card of a world, a bank beside it, and a browser that says what browsers say.</summary>
internal sealed class RunningAgent : IAsyncDisposable
{
    private static readonly Uri Responder = new("http://ocsp.lab.invalid/ocsp");
    private readonly AgentHost _host;
    private readonly RandomNumberGenerator _random;
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    private RunningAgent(LabWorld world, AgentHost host, RandomNumberGenerator random, CollectedLog log)
    {
        World = world;
        _host = host;
        _random = random;
        Log = log;
        Bank = new Bank(world);
    }

    public LabWorld World { get; }

    public Bank Bank { get; }

    public CollectedLog Log { get; }

    public Uri Address => _host.AskAddress;

    /// <summary>The origin of the agent's own pages.</summary>
    public string Own => Address.GetLeftPart(UriPartial.Authority);

    public string LoginPin => Pin(CardPinKind.UserAuthentication);

    public string SignaturePassword => Pin(CardPinKind.Signature);

    /// <summary>Four digits that are not the login's PIN.</summary>
    public string WrongPin => LoginPin == "0000" ? "0001" : "0000";

    public static Task<RunningAgent> StartAsync(string[]? allowed = null, Func<LabWorld, ICardReader>? reader = null) =>
        StartAsync(world => new ReaderInHand(reader?.Invoke(world) ?? world.Holder.Reader), allowed);

    public static async Task<RunningAgent> StartAsync(Func<LabWorld, ICardHolder> holder, string[]? allowed = null, EmulatedCardOptions? card = null)
    {
        LabWorld world = await LabWorld.StartAsync(new LabWorldOptions
        {
            Start = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
            OcspAddress = Responder,
            Card = card ?? EmulatedCardOptions.Default,
        });
        world.Clock.Advance(TimeSpan.FromDays(20));
        OriginList origins = OriginList.Empty;
        foreach (string origin in allowed ?? [Bank.Origin])
        {
            origins.TryAdd(origin, out OriginList? longer).ShouldBeTrue();
            origins = longer!;
        }

        RandomNumberGenerator random = RandomNumberGenerator.Create();
        CollectedLog log = new();
        AgentSettings settings = new() { Allowed = origins, Port = 0 };
        AgentHost host = await AgentHost.StartAsync(settings, holder(world), world.Clock, random, logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        return new RunningAgent(world, host, random, log);
    }

    /// <summary>The bank's page posts its request by top-level navigation.</summary>
    public Task<Page> AskAsync(AgentRequest request, string? origin = Bank.Origin, Action<HttpRequestMessage>? change = null) =>
        PostAsync("/ask", request.ToFields(), message =>
        {
            Say(message, "Origin", origin);
            change?.Invoke(message);
        });

    public async Task<Page> AskLoginAsync() => await AskAsync(await Bank.AskAsync());

    /// <summary>The holder types a PIN into the agent's page.</summary>
    public Task<Page> EnterAsync(Page page, string pin, bool lastTry = false, Action<HttpRequestMessage>? change = null)
    {
        Dictionary<string, string> fields = new() { ["token"] = page.Token, ["pin"] = pin };
        if (lastTry)
        {
            fields["last-try"] = "yes";
        }

        return PostOwnAsync("/pin", fields, change);
    }

    public Task<Page> PostOwnAsync(string path, IReadOnlyDictionary<string, string> fields, Action<HttpRequestMessage>? change = null) => PostAsync(path, fields, message =>
    {
        Say(message, "Origin", Own);
        Say(message, "Sec-Fetch-Site", "same-origin");
        change?.Invoke(message);
    });

    public async Task<Page> GetAsync(string path, Action<HttpRequestMessage>? change = null)
    {
        using HttpRequestMessage message = new(HttpMethod.Get, new Uri(Address, path));
        change?.Invoke(message);
        using HttpResponseMessage response = await _browser.SendAsync(message);
        return await Page.ReadAsync(response);
    }

    public async Task<Page> PostAsync(string path, IReadOnlyDictionary<string, string> fields, Action<HttpRequestMessage> change)
    {
        using HttpRequestMessage message = new(HttpMethod.Post, new Uri(Address, path)) { Content = new FormUrlEncodedContent(fields) };
        Say(message, "Sec-Fetch-Dest", "document");
        Say(message, "Sec-Fetch-Mode", "navigate");
        change(message);
        using HttpResponseMessage response = await _browser.SendAsync(message);
        return await Page.ReadAsync(response);
    }

    /// <summary>Sets a header to one value, or takes it away.</summary>
    public static void Say(HttpRequestMessage message, string header, string? value)
    {
        message.Headers.Remove(header);
        if (value is not null)
        {
            message.Headers.TryAddWithoutValidation(header, value).ShouldBeTrue();
        }
    }

    /// <summary>Tries left of the login's PIN, as the card in the world's reader tells.</summary>
    public async Task<int?> TriesLeftAsync() =>
        (await new CardDesk(World.Holder.Reader, World.Clock).LookAsync(StatementPurpose.Login)).TriesLeft;

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _host.DisposeAsync();
        _random.Dispose();
        Bank.Dispose();
        await World.DisposeAsync();
    }

    private string Pin(CardPinKind kind) => World.Holder.Person.Card.Pins.Reveal(kind)!;
}
