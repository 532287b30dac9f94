using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MyNumber.Jpki.AspNetCore.Tests;

/// <summary>A page of the MVC kind that only a holder who logged in may see.</summary>
[Authorize]
public sealed class SecretController : Controller
{
    [HttpGet("/secret")]
    public IActionResult Show() => Content(User.FindFirstValue(ClaimTypes.NameIdentifier)!);
}
