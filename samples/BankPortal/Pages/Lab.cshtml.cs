using BankPortal.Lab;
using BankPortal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyNumber.Jpki.Authority.Status;

namespace BankPortal.Pages;

/// <summary>開発者用: spoils the emulated environment, so that a refusal can be seen. Not there outside of Development.</summary>
[DevelopmentOnly]
internal sealed class LabModel(LabBench bench) : PageModel
{
    public LabBench Bench => bench;

    public static string Word(IssuedState state) => state switch
    {
        IssuedState.Good => "有効",
        IssuedState.Held => "一時保留",
        _ => "失効",
    };

    public IActionResult OnPostHold(int person) => Do(person, bench.Hold);

    public IActionResult OnPostMove(int person) => Do(person, bench.MoveHouse);

    public IActionResult OnPostResponder(bool isDown)
    {
        bench.IsResponderDown = isDown;
        return Redirect("/lab");
    }

    private IActionResult Do(int person, Action<int> act)
    {
        if (person < 0 || person >= bench.People.Count)
        {
            return BadRequest();
        }

        act(person);
        return Redirect("/lab");
    }
}
