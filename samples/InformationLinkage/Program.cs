using System.Text;
using InformationLinkage;
using MyNumber.Linkage.Agencies;
using MyNumber.Testing.Linkage;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
if (SampleArguments.Answer(args, SampleArguments.None(nameof(InformationLinkage)), args.Length == 0) is { } code)
{
    return code;
}

Console.WriteLine("情報連携 (児童手当の申請と五つの提供者) — 架空の機関・人物・規則。実際の符号の長さ・暗号・鍵の管理は非公開 (all synthetic)");

Narrator narrator = new();
using (Network network = await Network.StartAsync())
{
    Journal journal = new(network);
    await new Story(network, journal, narrator).TellAsync();

    Table table = new() { Border = TableBorder.Rounded };
    table.AddColumns("照会者", "提供者", "特定個人情報", "結果", "記録");
    foreach (Journal.Line line in journal.Lines)
    {
        table.AddRow(new[] { line.Inquirer, line.Provider, line.ItemSet, line.Outcome, line.Records }.Select(Markup.Escape).ToArray());
    }

    Narrator.Chapter("照会と提供の一覧");
    AnsiConsole.Write(table);

    string picture = Path.Combine(Path.GetTempPath(), "information-linkage.svg");
    AgencyId[] near = [ChildAllowance.Portal, ChildAllowance.City];
    PictureLane[] lanes =
    [
        PictureLane.Outside(Journal.Person), .. near.Select(agency => PictureLane.Body(network.NameOf(agency))), PictureLane.Middle(Journal.Core), PictureLane.Outside(Journal.Residents),
        .. network.Description.Bodies.Except(near).Select(agency => PictureLane.Body(network.NameOf(agency))),
    ];
    ExchangePicture.Draw("情報連携の一部始終", lanes, journal.Arrows).Save(picture);
    Console.WriteLine($"図: {picture}");
}

Console.WriteLine(narrator.AllAsExpected ? "すべての手順が想定どおりに終わりました。" : "想定と違う手順があります。");
return narrator.AllAsExpected ? 0 : 1;
