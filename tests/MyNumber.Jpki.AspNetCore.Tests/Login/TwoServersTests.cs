using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.AspNetCore.Tests.Challenges;
using MyNumber.Numbering.Storage;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Login;

/// <summary>Two servers of one site with one database of challenges and the same keys.</summary>
public sealed class TwoServersTests(LabFixture lab) : IClassFixture<LabFixture>, IAsyncLifetime
{
    private const string Callback = JpkiLoginDefaults.CallbackPath;
    private const int Rounds = 25;

    private readonly LabWorld _world = lab.World;
    private readonly EphemeralDataProtectionProvider _keys = new();
    private SqliteFile _file = null!;
    private WebBank _first = null!;
    private WebBank _second = null!;

    public async Task InitializeAsync()
    {
        _file = await SqliteFile.WithTableAsync();
        _first = await StartAsync();
        _second = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        await _file.DisposeAsync();
    }

    [Fact]
    public async Task What_one_server_asked_the_other_takes_and_neither_takes_it_again()
    {
        using Browser atFirst = _first.Open(), atSecond = _second.Open();
        Dictionary<string, string> answer = await _first.SignAsync(atFirst, _world.Holder);
        atFirst.CopyCookiesTo(atSecond);
        (await atSecond.PostAsync(Callback, answer)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await atSecond.GetAsync("/account", "empty")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Refusal.OfAsync(await atFirst.PostAsync(Callback, answer), HttpStatusCode.Unauthorized, "ChallengeNotFound");
    }

    [Fact]
    public async Task An_answer_posted_to_both_servers_at_once_logs_in_at_one_each_time()
    {
        for (int round = 0; round < Rounds; round++)
        {
            using Browser atFirst = _first.Open(), atSecond = _second.Open();
            Dictionary<string, string> answer = await (round % 2 == 0 ? _first : _second).SignAsync(round % 2 == 0 ? atFirst : atSecond, _world.Holder);
            (round % 2 == 0 ? atFirst : atSecond).CopyCookiesTo(round % 2 == 0 ? atSecond : atFirst);
            HttpResponseMessage[] answers = await Task.WhenAll(Task.Run(() => atFirst.PostAsync(Callback, answer)), Task.Run(() => atSecond.PostAsync(Callback, answer)));
            answers.Count(response => response.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
            await Refusal.OfAsync(answers.Single(response => response.StatusCode != HttpStatusCode.Redirect), HttpStatusCode.Unauthorized, "ChallengeNotFound");
        }
    }

    private Task<WebBank> StartAsync() => WebBank.StartAsync(
        _world,
        services: services => services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(_keys)),
        builder: builder => builder.UseSqlChallenges(_file.Open(), SqlDialect.Sqlite));
}
