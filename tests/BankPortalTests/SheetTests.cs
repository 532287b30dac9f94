using System.Net;
using System.Text.RegularExpressions;
using BankPortal.Opening;
using MyNumber.Numbering.People;

namespace BankPortalTests;

/// <summary>The clerk's list, page by page.</summary>
public sealed class SheetTests : IAsyncLifetime
{
    internal static readonly OpenForm Form = new("見本　花子", "見本県見本市1-1", new DateOnly(1990, 1, 1), Sex.Female, "03-0000-0000", "本店", "普通預金", "その他");

    private Portal _portal = null!;
    private Browser _clerk = null!;

    public async Task InitializeAsync()
    {
        _portal = await Portal.StartAsync();
        _clerk = await Clerk.StartAsync(_portal);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task List_of_one_page_has_no_links_to_others()
    {
        Fill(20);
        Shown page = await _clerk.GetAsync("/clerk");

        page.Text.ShouldContain("全20件のうち、1〜20件目");
        page.Body.ShouldNotContain("pager");
    }

    [Fact]
    public async Task Latest_are_on_the_first_page_and_links_lead_to_the_others_and_back()
    {
        Fill(45);
        Shown first = await _clerk.GetAsync("/clerk"), second = await _clerk.GetAsync("/clerk?p=2"), third = await _clerk.GetAsync("/clerk?p=3");

        Receipts(first).ShouldBe(Enumerable.Range(0, 20).Select(row => $"M20261110-{45 - row:D5}"));
        Receipts(second).ShouldBe(Enumerable.Range(0, 20).Select(row => $"M20261110-{25 - row:D5}"));
        Receipts(third).ShouldBe(Enumerable.Range(0, 5).Select(row => $"M20261110-{5 - row:D5}"));
        Links(first).ShouldBe(["次へ /clerk?p=2"]);
        Links(second).ShouldBe(["前へ /clerk?p=1", "次へ /clerk?p=3"]);
        Links(third).ShouldBe(["前へ /clerk?p=2"]);
        third.Text.ShouldContain("全45件のうち、41〜45件目");
        third.Text.ShouldContain("3 / 3 ページ");
    }

    [Fact]
    public async Task Latest_received_is_the_first_whatever_its_receipt()
    {
        ApplicationBook book = _portal.Get<ApplicationBook>();
        string[] receipts = ["M20261110-99999", "M20261110-100000", "M20261110-00001"];
        foreach (string receipt in receipts)
        {
            book.Add(new Application(receipt, Form, _portal.Clock.GetUtcNow()));
            _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Receipts(await _clerk.GetAsync("/clerk")).ShouldBe(receipts.Reverse());
    }

    [Theory]
    [InlineData("zero", "0")]
    [InlineData("negative", "-1")]
    [InlineData("past the last", "4")]
    [InlineData("past all numbers", "99999999999999999999")]
    [InlineData("signed", "+1")]
    [InlineData("with a space", "%201")]
    [InlineData("in full width", "%EF%BC%92")]
    [InlineData("a word", "next")]
    [InlineData("markup", "%3Cscript%3E")]
    [InlineData("two", "1,2")]
    public async Task Page_that_is_not_there_is_not_found(string what, string number)
    {
        Fill(45);
        Shown page = await _clerk.GetAsync($"/clerk?p={number}");

        page.Status.ShouldBe(HttpStatusCode.NotFound, what);
        page.Text.ShouldContain("そのページはありません");
    }

    [Fact]
    public async Task Empty_list_has_its_one_page()
    {
        (await _clerk.GetAsync("/clerk?p=1")).Text.ShouldContain("申込みはまだありません");
        (await _clerk.GetAsync("/clerk?p=2")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> Receipts(Shown page) => Regex.Matches(page.Body, "/clerk/application/([^\"]+)").Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Links(Shown page) =>
        Regex.Matches(page.Body, "<a rel=\"[a-z]+\" href=\"([^\"]+)\">([^<]+)</a>").Select(match => $"{match.Groups[2].Value} {match.Groups[1].Value}");

    private void Fill(int count)
    {
        ApplicationBook book = _portal.Get<ApplicationBook>();
        for (int application = 0; application < count; application++)
        {
            book.Add(new Application(book.NextReceipt(), Form, _portal.Clock.GetUtcNow()));
        }
    }
}
