using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Login;

/// <summary>How long a card that was put on hold still logs in, since what was learnt before is still believed.</summary>
public sealed class HeldCardTests : IAsyncLifetime
{
    private LabWorld _world = null!;

    public async Task InitializeAsync() => _world = await LabWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_card_held_after_an_answer_passes_while_that_answer_is_kept_and_is_refused_after_it()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        await LogInAsync(bank);
        Hold();
        await LogInAsync(bank);
        _world.Clock.Advance(TimeSpan.FromMinutes(15));
        await RefuseAsync(bank, HttpStatusCode.Unauthorized, "Held");
    }

    [Fact]
    public async Task A_card_held_after_an_answer_is_refused_at_once_where_answers_are_kept_for_a_moment()
    {
        TimeSpan moment = TimeSpan.FromMilliseconds(1);
        await using WebBank bank = await WebBank.StartAsync(_world, options => options.StatusCache = options.StatusCache with { MaximumAge = moment });
        await LogInAsync(bank);
        Hold();
        _world.Clock.Advance(moment);
        await RefuseAsync(bank, HttpStatusCode.Unauthorized, "Held");
    }

    [Fact]
    public async Task A_card_held_after_the_list_was_made_passes_by_the_list_while_the_responder_is_silent()
    {
        await using WebBank bank = await StartSilentAsync(null);
        Hold();
        _world.Clock.Advance(TimeSpan.FromHours(1));
        await LogInAsync(bank);
    }

    [Fact]
    public async Task A_card_held_after_the_list_was_made_is_undetermined_once_the_list_is_older_than_it_may_be()
    {
        await using WebBank bank = await StartSilentAsync(TimeSpan.FromMinutes(30));
        await LogInAsync(bank);
        Hold();
        _world.Clock.Advance(TimeSpan.FromHours(1));
        await RefuseAsync(bank, HttpStatusCode.ServiceUnavailable, "StatusUnreachable");
    }

    [Fact]
    public async Task A_list_that_is_too_old_to_say_good_still_says_held()
    {
        Hold();
        await using WebBank bank = await StartSilentAsync(TimeSpan.FromMinutes(30));
        _world.Clock.Advance(TimeSpan.FromHours(1));
        await RefuseAsync(bank, HttpStatusCode.Unauthorized, "Held");
    }

    private void Hold() => _world.Authority.Statuses.Hold(_world.Holder.Certificates.UserAuthentication.Identity);

    private Task<WebBank> StartSilentAsync(TimeSpan? listMaximumAge) => WebBank.StartAsync(
        _world,
        options =>
        {
            options.Ocsp = options.Ocsp with { ResponderAddress = new Uri("http://127.0.0.1:1/") };
            options.ListMaximumAge = listMaximumAge;
        },
        services: services => services.AddSingleton(_world.CreateCrlStore(CertificatePurpose.UserAuthentication)));

    private async Task LogInAsync(WebBank bank)
    {
        using Browser browser = bank.Open();
        (await bank.LogInAsync(browser, _world.Holder)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private async Task RefuseAsync(WebBank bank, HttpStatusCode status, string code)
    {
        using Browser browser = bank.Open();
        await Refusal.OfAsync(await bank.LogInAsync(browser, _world.Holder), status, code);
    }
}
