using System.Globalization;
using System.Xml.Linq;
using MyNumber.TestKit;

namespace MyNumber.Testing.Tests;

/// <summary>The linkage sample as a user runs it, and the picture that it leaves.</summary>
public sealed class InformationLinkageTests : IDisposable
{
    private const string Core = "コア";
    private const string Provided = "#1b7a3d";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_step_comes_out_and_the_picture_sends_every_answer_through_the_core()
    {
        (int exitCode, string output, string error) = await SampleProgram.RunAsync("InformationLinkage", [], _folder.Path);

        exitCode.ShouldBe(0, output + error);
        output.ShouldNotContain("✘");
        string[] release = ["県 に障害者関係情報を照会", "未了: ", "× 担当でない職員", "県: 担当職員が確かめて承認", "市（支給）: 県の回答を受け取りに行く", "医療保険者 に医療保険給付関係情報を照会"];
        release.Select(step => output.IndexOf(step, StringComparison.Ordinal)).ShouldBeInOrder(SortDirection.Ascending);
        output.ShouldContain(release[0]);
        string path = Path.Combine(_folder.Path, "information-linkage.svg");
        output.ShouldContain($"図: {path}");
        CheckPicture(XDocument.Load(path).Root!);
    }

    private static void CheckPicture(XElement picture)
    {
        XNamespace svg = picture.Name.Namespace;
        Dictionary<int, string> lanes = picture.Elements(svg + "text").Where(text => (int)text.Attribute("y")! == 69).ToDictionary(text => (int)text.Attribute("x")!, text => text.Value);
        lanes.OrderBy(lane => lane.Key).Select(lane => lane.Value).ShouldBe(
            ["本人", "ポータル", "市（支給）", Core, "住基側 (J-LIS)", "市（住民票）", "市（地方税）", "県", "医療保険者", "年金機関", "税務署"]);

        (string From, string To)[] answers = [.. picture.Elements(svg + "line").Where(line => (string?)line.Attribute("stroke") == Provided && (int)line.Attribute("y1")! > 50).Select(Ends)];
        answers.Length.ShouldBeGreaterThan(20);
        answers.Where(answer => !answer.From.Equals(Core, StringComparison.Ordinal) && !answer.To.Equals(Core, StringComparison.Ordinal)).Distinct().ShouldBe([("ポータル", "本人")]);

        (string From, string To) Ends(XElement line) => (At(line, "x1"), At(line, "x2"));
        string At(XElement line, string name) => lanes.MinBy(lane => Math.Abs(lane.Key - int.Parse(line.Attribute(name)!.Value, CultureInfo.InvariantCulture))).Value;
    }
}
